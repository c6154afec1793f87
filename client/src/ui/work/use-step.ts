import type { TypedDocumentNode } from "urql";
import { useCommand } from "../../lib/use-command.ts";
import type { Deed } from "./deeds.ts";

export interface Doable {
  id: string;
  number: string;
  version: number;
}

/** Steps that ask for nothing. */
export type PlainDeed = Deed & ({ plain: unknown } | { assess: unknown });
type Sendable = TypedDocumentNode<object, { input: { id: string; expectedVersion?: number; idempotencyKey: string } }>;

/** Takes the step, of the version that is seen where it assesses something; gives back why it was refused. */
export function useStep(deed: PlainDeed) {
  const document = ("plain" in deed ? deed.plain : deed.assess) as Sendable;
  const [send, running] = useCommand(document);
  const take = async ({ id, version }: Doable) =>
    (await send("assess" in deed ? { id, expectedVersion: version } : { id })).problem;
  return [take, running] as const;
}
