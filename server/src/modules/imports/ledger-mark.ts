import { createHash } from "node:crypto";
import { asCode, keyOfName } from "#kernel/written";
import type { LedgerKind } from "./columns.ts";

interface Marked {
  kind: LedgerKind;
  stationId: string;
  number?: string;
  on?: string;
  /** Where it is, and what it says. */
  says: readonly (string | undefined)[];
}

/**
 * What a row of a ledger is known by when it comes again: its number within the station, or without one its day, place and words. As a
 * UUID, so that the database holds it to once.
 */
export function markOf({ kind, stationId, number, on, says }: Marked): string {
  const known = number ? ["number", asCode(number)] : ["words", on, ...says.map((text) => keyOfName(text ?? ""))];
  const hex = createHash("sha256")
    .update(JSON.stringify([kind, stationId, ...known]))
    .digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}
