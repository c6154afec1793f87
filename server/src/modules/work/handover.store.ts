import { handoverItems, handovers } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction, update } from "#kernel/command";
import { dayOf } from "#kernel/day";
import { type FieldFault, NotFound } from "#kernel/errors";
import { isId, newId } from "#kernel/ids";
import { inCommand, lockSeen, raw, readingIn } from "#kernel/read";
import type { Duty } from "#modules/grids";
import { isMemberIdInSight } from "#modules/members";
import { stationOver } from "./address.store.ts";
import { type HeldItem, itemColumns, type WorkItemRow } from "./work.store.ts";
import { withGround } from "./ticks.store.ts";
import { isFree, workOfGiver } from "./handover.rows.ts";
import { Handover } from "./handover.types.ts";
import type { HandoverItemOutcome, HandoverOutcome } from "./work.enums.ts";

export interface Side {
  id: string;
  name: string;
  unitId: string;
  stationId: string;
  hasLeft: boolean;
  isAway: boolean;
}

/** One of the two, in sight. */
export async function sideOf(tx: Transaction, id: string, path: FieldFault["path"]): Promise<Side> {
  const { sql, bureauId, now } = tx;
  const today = dayOf(now);
  const [side] = isId(id)
    ? await sql<Side[]>`
        select own.id, own.name, held.unit_id, ${stationOver(tx, sql`held.unit_id`)} as station_id, coalesce(own.left_on <= ${today}, false) as has_left,
          exists (select from absences b where b.bureau_id = own.bureau_id and b.member_id = own.id and b.starts_at <= ${now} and (b.ends_at is null or b.ends_at > ${now})) as is_away
        from members own join member_units held on held.bureau_id = own.bureau_id and held.member_id = own.id
          and held.starts_on <= ${today} and (held.ends_on is null or held.ends_on > ${today})
        where own.bureau_id = ${bureauId} and own.id = ${id} and ${inCommand(tx, isMemberIdInSight(raw("own.id"), readingIn(tx)))}`
    : [];
  if (!side) throw new NotFound([{ path, code: "NOT_FOUND" }]);
  return side;
}

export interface Given {
  id: string;
  number: string;
  gridId: string | null;
  duty: Duty | null;
}

/** What the giver has to hand over to the taker; with what is in a handover that waits, where that is asked. */
export async function givenWork(
  tx: Transaction,
  giverId: string,
  takerId: string,
  withWaiting = false,
): Promise<Given[]> {
  const { sql, bureauId } = tx;
  const reading = readingIn(tx);
  const parties = { giver: raw("party.giver"), taker: raw("party.taker") };
  return sql<Given[]>`
    select i.id, i.number, i.grid_id, i.duty from work_items i
    cross join lateral (select ${giverId}::uuid as giver, ${takerId}::uuid as taker offset 0) party
    where i.bureau_id = ${bureauId} and i.id in ${inCommand(tx, workOfGiver(parties, reading))}
      ${withWaiting ? sql`` : sql`and ${inCommand(tx, isFree(raw("i.id"), reading))}`} order by i.id`;
}

interface Beginning {
  stationId: string;
  giverId: string;
  takerId: string;
  reason: string | null;
  isSignedByGiver: boolean;
}

export async function insertHandover(
  tx: Transaction,
  beginning: Beginning,
  itemIds: readonly string[],
): Promise<string> {
  const id = newId();
  const { accountId, name } = tx.actor;
  const begun = { begunAt: tx.now.toISOString(), begunBy: accountId, beginner: name };
  await insertNow(tx, handovers, [Object.assign({ id }, beginning, begun)]);
  await insertNow(
    tx,
    handoverItems,
    itemIds.map((itemId) => ({ id: newId(), handoverId: id, itemId })),
  );
  return id;
}

export interface Waiting {
  id: string;
  stationId: string;
  giverId: string;
  takerId: string;
  reason: string | null;
  outcome: HandoverOutcome | null;
}

export const lockHandover = (tx: Transaction, id: string) =>
  lockSeen<Waiting>(tx, Handover, id, ["id", "stationId", "giverId", "takerId", "reason", "outcome"]);

export interface Line {
  id: string;
  itemId: string;
}

export const linesOf = ({ sql, bureauId }: Transaction, handoverId: string) => sql<Line[]>`
  select id, item_id from handover_items where bureau_id = ${bureauId} and handover_id = ${handoverId} order by item_id`;

/** All of them, in the order of their ids. */
export async function holdItems(tx: Transaction, ids: readonly string[]): Promise<HeldItem[]> {
  const { sql, bureauId } = tx;
  const items = await sql<WorkItemRow[]>`
    select ${sql(itemColumns)} from work_items where bureau_id = ${bureauId} and id = any(${[...ids]}) order by id for no key update`;
  return withGround(tx, items);
}

export const endLines = (tx: Transaction, ids: readonly string[], outcome: Exclude<HandoverItemOutcome, "MOVED">) =>
  update(tx, handoverItems, ids, { outcome });

export const endMovedLine = (tx: Transaction, { id }: Line, eventId: string) =>
  update(tx, handoverItems, id, { outcome: "MOVED", eventId });

export const endHandover = (tx: Transaction, id: string, outcome: HandoverOutcome, endReason: string | null) =>
  update(tx, handovers, id, { outcome, endReason, endedAt: tx.now, endedBy: tx.actor.accountId });
