import { randomBytes } from "node:crypto";
import type { Transaction } from "#kernel/command";
import type { Deed } from "#kernel/record";
import { candidatesOf, checkersOf, insertDraw } from "./draw.store.ts";
import { digestOf, drawFrom, textOf } from "./drawing.ts";

interface Asked {
  stationId: string;
  month: string;
  number: number;
  asked: number;
  reason: string | null;
}

/** Draws, and gives what is put on record of it, by which it can be drawn again: the seed, and the digest of all that might have been drawn. Nothing where nothing might. */
export async function draw(tx: Transaction, { stationId, month, number, asked, reason }: Asked): Promise<Deed | null> {
  const items = await candidatesOf(tx, stationId, month);
  if (items.length === 0 || asked === 0) return null;
  const pool = { stationId, month, items, checkers: await checkersOf(tx, stationId) };
  const seed = randomBytes(32).toString("hex");
  const text = textOf(pool);
  const counts = { candidates: items.length, checkers: pool.checkers.length };
  const row = { stationId, month, number, asked, seed, pool: text, digest: digestOf(text), ...counts, reason };
  const drawn = drawFrom(seed, pool, asked);
  const id = await insertDraw(tx, row, drawn);
  const { pool: _, reason: __, ...told } = row;
  return {
    action: "recheck.draw",
    entity: { type: "RecheckDraw", id },
    after: { ...told, drawn: drawn.items.length, passedOver: drawn.passedOver, items: drawn.items },
    reason,
  };
}
