import type { Statement } from "../read/fragment.ts";
import type { Waiting } from "./fair-queue.ts";

/** One read on its way through the lanes, whichever connections it is sent on. */
export interface Read extends Waiting {
  statement: Statement;
  values: string[];
  /** Wanted prepared; null where it is not worth it, else who answers for its plan (null: the screens' own). */
  plan: { owner: string | null } | null;
  signal: AbortSignal | undefined;
  /** As many of the lightest ones' places as it takes. */
  weight: number;
  /** On how many connections it is now, and how often it was begun anew. */
  copies: number;
  /** In the queue to be sent once more. */
  isWaiting: boolean;
  again: number;
  /** Answered, refused or given up: what still comes of it is nobody's. */
  isOver: boolean;
  /** The bytes of JSON text, as PostgreSQL sent them. */
  resolve(json: Buffer): void;
  reject(error: unknown): void;
}

export function answer(read: Read, json: Buffer) {
  read.isOver = true;
  read.resolve(json);
}

export function refuse(read: Read, error: unknown) {
  read.isOver = true;
  read.reject(error);
}

export const isGivenUp = ({ isOver, signal }: Read) => isOver || (signal?.aborted ?? false);
