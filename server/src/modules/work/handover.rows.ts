import { type Fragment, inForce, inReach, raw, type Reading, type RowOf, sql } from "#kernel/read";
import type { handovers } from "@maple-bridge/drizzle/tables";
import { hasLeft, isAbsent, type memberRows, viewerMember } from "#modules/members";
import { nowOf } from "./answering.rows.ts";
import { mayIssueWork } from "./work.policy.ts";

interface Giving {
  giver: Fragment;
  /** Without one, of whoever may be chosen. */
  taker?: Fragment;
}

/** What the giver owes, or waits to have assessed. */
const handedStates = sql`('ISSUED', 'ACCEPTED', 'ARRIVED', 'SUBMITTED', 'RETURNED')`;

const isNow = (assignment: "a" | "b", { now }: Reading): Fragment =>
  inForce({ startsAt: raw(`${assignment}.starts_at`), endsAt: raw(`${assignment}.ends_at`) }, now);

/**
 * The ids of what the giver has to hand over: what is addressed to them or was claimed, and work of the seats that they hold, or were
 * the last to hold where nobody does now or the taker; of seats only what the taker may hold the duty of.
 */
export const workOfGiver = ({ giver, taker }: Giving, reading: Reading): Fragment => sql`(
  select i.id from work_items i
  where i.bureau_id = ${reading.bureau} and i.member_id = ${giver} and i.duty is null and i.state in ${handedStates}
  union all
  select i.id from assignments a
  join work_items i on i.bureau_id = a.bureau_id and i.grid_id = a.grid_id and i.duty = a.duty and i.state in ${handedStates}
  where a.bureau_id = ${reading.bureau} and a.member_id = ${giver} and a.starts_at <= ${reading.now}
    and (${isNow("a", reading)} or a.ends_at > a.starts_at and not exists (
      select from assignments b where b.bureau_id = a.bureau_id and b.grid_id = a.grid_id and b.duty = a.duty and b.member_id <> a.member_id
        and (${taker ? sql`b.member_id <> ${taker} and ${isNow("b", reading)} or` : sql``} b.ends_at > a.ends_at and b.ends_at > b.starts_at and b.ends_at <= ${reading.now})))
    ${taker ? mayHold(taker, reading) : sql``})`;

const mayHold = (taker: Fragment, reading: Reading) => sql`and exists (
  select from members t join duty_holders h on h.bureau_id = t.bureau_id and h.member_kind = t.kind and h.duty = a.duty
  where t.bureau_id = ${reading.bureau} and t.id = ${taker})`;

/** What is in no handover yet that waits to be confirmed. */
export const isFree = (itemId: Fragment, reading: Reading): Fragment => sql`not exists (
  select from handover_items h where h.bureau_id = ${reading.bureau} and h.item_id = ${itemId} and h.outcome is null)`;

/** By the giver while on the strength; for one who has left or is away by who commands. */
export function mayBegin({ id, leftOn, unitTodayId }: RowOf<typeof memberRows>, then: Reading): Fragment {
  const reading = nowOf(then);
  const isGone = hasLeft({ id, leftOn }, reading);
  return sql`(case when ${id} = ${viewerMember(reading)} then not ${isGone}
      else ${inReach(reading, unitTodayId, mayIssueWork.roles)} and (${isGone} or ${isAbsent(id, reading)}) end
    and exists (select from ${workOfGiver({ giver: id }, reading)} given where ${isFree(sql`given.id`, reading)}))`;
}

export type HandoverRow = RowOf<typeof handovers>;

/** The two, and who sees the station. */
export const isHandoverInSight = ({ stationId, giverId, takerId }: HandoverRow, reading: Reading): Fragment =>
  sql`(${inReach(reading, stationId)} or ${viewerMember(reading)} in (${giverId}, ${takerId}))`;

/** What may be done with one that waits: the taker confirms or declines, the giver or who commands takes it back. */
export function actionsOfHandover(handover: HandoverRow, reading: Reading): Fragment {
  if (!reading.caller.mayWrite) return sql`'{}'::text[]`;
  const { takerId, giverId, stationId, outcome } = handover;
  const isTaker = sql`${takerId} = ${viewerMember(reading)}`;
  const isGiver = sql`${giverId} = ${viewerMember(reading)}`;
  return sql`case when ${outcome} is not null then '{}'::text[] else array_remove(array[
    case when ${isTaker} then 'CONFIRM_HANDOVER' end, case when ${isTaker} then 'DECLINE_HANDOVER' end,
    case when ${isGiver} or ${inReach(reading, stationId, mayIssueWork.roles)} then 'WITHDRAW_HANDOVER' end]::text[], null) end`;
}
