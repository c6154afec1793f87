import { createHash } from "node:crypto";
import { isId } from "../ids.ts";

/** A bureau's files, each under the SHA-256 of its bytes: what is there under a digest is never another. */
export interface FileStore {
  put(bureauId: string, digest: string, bytes: Uint8Array, signal: AbortSignal): Promise<void>;
  get(bureauId: string, digest: string, signal: AbortSignal): Promise<Buffer | null>;
  has(bureauId: string, digest: string, signal: AbortSignal): Promise<boolean>;
  delete(bureauId: string, digest: string, signal: AbortSignal): Promise<void>;
}

export const mostFileBytes = 32 * 1024 * 1024;

export const digestOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

export const isDigest = (text: string) => /^[0-9a-f]{64}$/.test(text);

/** Where a file lies within a store; of names that are made here only. */
export function placeOf(bureauId: string, digest: string): string {
  if (!isId(bureauId) || !isDigest(digest)) throw new Error("A file is of a bureau and has a digest.");
  return `${bureauId}/${digest.slice(0, 2)}/${digest}`;
}

/** Of a server that was given no place for files: it takes none and has none. */
export const noFiles: FileStore = {
  put: () => Promise.reject(new Error("This server was given no place for files.")),
  get: async () => null,
  has: async () => false,
  delete: async () => {},
};
