import { recheckResults, rechecks } from "@maple-bridge/drizzle/tables";
import { accountOf } from "#kernel/actor";
import { insertNow, type Transaction, update } from "#kernel/command";
import { Forbidden } from "#kernel/errors";
import { newId } from "#kernel/ids";
import { lockSeen } from "#kernel/read";
import { nameOfActor } from "#modules/auth";
import type { RecheckOutcome } from "./recheck.enums.ts";
import { Recheck } from "./recheck.types.ts";

export interface RecheckHeld {
  id: string;
  drawId: string;
  stationId: string;
  itemId: string;
  checkerId: string;
  turn: number;
}

const columns = ["id", "drawId", "stationId", "itemId", "checkerId", "turn"] as const;

export const lockRecheck = (tx: Transaction, id: string) => lockSeen<RecheckHeld>(tx, Recheck, id, columns);

/** Throws unless the actor is who was drawn for it. */
export function authorizeChecker({ actor }: Transaction, checkerId: string) {
  if (checkerId !== actor.memberId) throw new Forbidden([{ path: ["input", "id"], code: "RECHECK_NOT_YOURS" }]);
}

/** The one of the item's closing, held. */
export async function lockRecheckOf(
  { sql, bureauId }: Transaction,
  item: { id: string; round: number },
): Promise<{ id: string }> {
  const [row] = await sql<{ id: string }[]>`
    select id from rechecks where bureau_id = ${bureauId} and item_id = ${item.id} and round = ${item.round} for no key update`;
  return row!;
}

export interface ResultRow {
  revision: number;
  outcome: RecheckOutcome;
  text: string;
  rectificationId: string | null;
}

export async function lastResultOf({ sql, bureauId }: Transaction, recheckId: string): Promise<ResultRow | undefined> {
  const [row] = await sql<ResultRow[]>`
    select revision, outcome, text, rectification_id from recheck_results
    where bureau_id = ${bureauId} and recheck_id = ${recheckId} order by revision desc limit 1`;
  return row;
}

export async function insertResult(
  tx: Transaction,
  recheckId: string,
  result: ResultRow & { reason: string | null },
): Promise<void> {
  const by = { checkedAt: tx.now.toISOString(), checkedBy: accountOf(tx.actor)!, checker: await nameOfActor(tx) };
  await insertNow(tx, recheckResults, [{ id: newId(), recheckId, ...result, ...by }]);
}

export async function drawOf({ sql, bureauId }: Transaction, drawId: string) {
  const [row] = await sql<{ seed: string; pool: string }[]>`
    select seed, pool from recheck_draws where bureau_id = ${bureauId} and id = ${drawId}`;
  return row!;
}

export const saveChecker = (tx: Transaction, id: string, checker: { checkerId: string; turn: number }) =>
  update(tx, rechecks, id, checker);
