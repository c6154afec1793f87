import { workRequests } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction, update } from "#kernel/command";
import { accountOf } from "#kernel/actor";
import { newId } from "#kernel/ids";
import type { ClockKind, RequestKind } from "./work.enums.ts";
import { asRow } from "./as-row.ts";
import type { WorkItemRow } from "./work.store.ts";

type Asking =
  | { kind: "EXTENSION"; clockId: string; asked: number; reason: string }
  | { kind: "SUSPENSION"; since: Date | null; until: Date | null; reason: string }
  | { kind: "RETURN"; reason: string };

export const ask = (tx: Transaction, { id: itemId, round }: WorkItemRow, asking: Asking) =>
  insertNow(tx, workRequests, [
    Object.assign(asRow(asking), {
      ...{ id: newId(), itemId, round },
      ...{ askedAt: tx.now.toISOString(), askedBy: tx.actor.accountId },
    }),
  ]);

interface Undecided {
  id: string;
  askedAt: Date;
  reason: string;
}

interface MoreTime extends Undecided {
  clockId: string;
  clock: ClockKind;
  asked: number;
}

export async function moreTimeAsked({ sql, bureauId }: Transaction, itemId: string): Promise<MoreTime | undefined> {
  const [asked] = await sql<MoreTime[]>`
    select x.id, x.asked_at, x.reason, x.clock_id, c.clock, x.asked from work_requests x
    join work_clocks c on c.bureau_id = x.bureau_id and c.id = x.clock_id
    where x.bureau_id = ${bureauId} and x.item_id = ${itemId} and x.kind = ${"EXTENSION" satisfies RequestKind} and x.is_granted is null
    order by x.asked_at limit 1`;
  return asked;
}

interface Suspension extends Undecided {
  until: Date | null;
}

/** Of the round that the item is in. */
export async function suspensionAsked(
  { sql, bureauId }: Transaction,
  { id, round }: WorkItemRow,
): Promise<Suspension | undefined> {
  const [asked] = await sql<Suspension[]>`
    select id, asked_at, reason, until from work_requests
    where bureau_id = ${bureauId} and item_id = ${id} and kind = ${"SUSPENSION" satisfies RequestKind} and is_granted is null and round = ${round}`;
  return asked;
}

/** Of the round that the item was closed in, by another person than who decides. */
export async function returnAsked(
  { sql, bureauId, actor }: Transaction,
  { id, round }: WorkItemRow,
): Promise<Undecided | undefined> {
  const [asked] = await sql<Undecided[]>`
    select x.id, x.asked_at, x.reason from work_requests x
    join accounts a on a.bureau_id = x.bureau_id and a.id = x.asked_by
    where x.bureau_id = ${bureauId} and x.item_id = ${id} and x.kind = ${"RETURN" satisfies RequestKind} and x.is_granted is null and x.round = ${round}
      and a.id <> ${accountOf(actor)} and (a.member_id = ${actor.memberId}) is not true`;
  return asked;
}

interface Decision {
  isGranted: boolean;
  opinion: string | null;
  /** Of an extension. */
  granted?: number;
  /** Of a suspension. */
  grantedFrom?: Date;
}

export const decide = (tx: Transaction, id: string, decision: Decision) =>
  update(tx, workRequests, id, { ...decision, decidedAt: tx.now, decidedBy: tx.actor.accountId });
