import { type CursorSeal, sealWith } from "@maple-bridge/server/kernel/read/cursor";
import type { Cell } from "./database.ts";

const seals = new Map<Cell, CursorSeal>();

/** The sealed cursor of a list's row, as ours makes it. */
export function cursorOf(key: Cell, list: string, values: readonly Cell[]): string {
  let seal = seals.get(key);
  if (!seal) seals.set(key, (seal = sealWith(Buffer.from(key as string, "hex"))));
  return seal.close(`\u0001["${list}", ${values.map((value) => `"${value}"`).join(", ")}]\u0001`);
}
