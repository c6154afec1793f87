import { workClocks, workEvents, workItems } from "@maple-bridge/drizzle/tables";
import { accountOf } from "#kernel/actor";
import { insertNow, type Transaction } from "#kernel/command";
import { addDays, startOfDay } from "#kernel/day";
import { newId } from "#kernel/ids";
import { inCommand, raw, readingIn } from "#kernel/read";
import { calendarOf } from "#modules/calendar";
import { answerersOf } from "./answering.rows.ts";
import { asRow } from "./as-row.ts";
import { clockRow } from "./clock.store.ts";
import { type Clock, rolledUp } from "./clocks.rules.ts";
import { doerOf } from "./doer.ts";
import { clocksOfNew, firstState } from "./open-item.ts";
import { type DeadlineRuleRow, ruleFor } from "./rule-in-force.store.ts";
import { type Address, type Answerer, eventRow, type WorkItemRow } from "./work.store.ts";

/** Work that stood in a ledger kept elsewhere until now. */
export interface BroughtItem extends Address {
  id: string;
  number: string;
  kind: "RECEIPT" | "TASK";
  matterId: string | null;
  stationId: string;
  issuerUnitId: string;
  level: number;
  urgency: WorkItemRow["urgency"];
  title: string;
  instructions: string | null;
  /** The last day for it, which lies ahead; the rule's time from now on without. */
  dueOn: string | null;
  /** The day on which it was done: then it comes in closed, and no clock ever runs. */
  closedOn: string | null;
}

/**
 * Puts items into the ledger as they stood elsewhere, a portion at a time: what is open has its time from now on, what is closed tells no
 * more than that it was. Who brought it in has done neither, so nobody has submitted it.
 */
export async function bringItemsIn(tx: Transaction, items: readonly BroughtItem[]) {
  const answering = await answerersAt(tx, items);
  const clocks = await clocksFor(tx, items);
  const rows: Parameters<typeof insertNow<typeof workItems>>[2][number][] = [];
  const events: Parameters<typeof insertNow<typeof workEvents>>[2][number][] = [];
  for (const item of items) {
    const eventId = newId();
    const story = eventsOf(tx, item, eventId, answering.get(item.id) ?? []);
    events.push(...story);
    rows.push(rowOf(tx, item, clocks.get(item.id) ?? [], { lastSequence: story.length, lastEventId: eventId }));
  }
  await insertNow(tx, workItems, rows);
  await insertNow(tx, workEvents, events);
  await insertNow(
    tx,
    workClocks,
    [...clocks].flatMap(([id, own]) => own.map((clock) => clockRow(id, clock))),
  );
}

function rowOf(
  tx: Transaction,
  { dueOn: _dueOn, closedOn, ...item }: BroughtItem,
  clocks: readonly Clock[],
  last: { lastSequence: number; lastEventId: string },
) {
  const now = tx.now.toISOString();
  return {
    ...item,
    issuedBy: accountOf(tx.actor),
    state: closedOn ? ("CLOSED" as const) : firstState({ ...item, parentId: null }),
    stateSince: now,
    opensAt: now,
    closedAt: closedOn && startOfDay(closedOn),
    closedOn,
    ...asRow(rolledUp(clocks, { isSuspended: false })),
    ...last,
    lastEventAt: now,
    createdAt: now,
  };
}

/** That it came in, and of what is closed that it was, on its day. */
function eventsOf(tx: Transaction, item: BroughtItem, lastId: string, answerers: readonly Answerer[]) {
  const { closedOn } = item;
  const state = firstState({ ...item, parentId: null });
  const common = {
    round: 1,
    ...doerOf(tx, closedOn ? [] : answerers),
    cause: "IMPORT" as const,
    reason: null,
    clock: null,
    dueBefore: null,
    dueAfter: null,
    feedbackType: null,
    feedbackId: null,
  };
  const issued = {
    ...common,
    id: closedOn ? newId() : lastId,
    sequence: 1,
    action: "ISSUE" as const,
    fromState: null,
    toState: state,
    happenedAt: null,
  };
  if (!closedOn) return [eventRow(tx, item, issued)];
  const closed = {
    ...common,
    id: lastId,
    sequence: 2,
    action: "CLOSE" as const,
    fromState: state,
    toState: "CLOSED" as const,
    happenedAt: startOfDay(closedOn),
  };
  return [eventRow(tx, item, issued), eventRow(tx, item, closed)];
}

/** Who answers for each of them now: one statement for a portion. */
async function answerersAt(tx: Transaction, items: readonly BroughtItem[]): Promise<Map<string, Answerer[]>> {
  const { sql } = tx;
  const open = items.filter(({ closedOn }) => closedOn === null);
  const places = open.map(({ id, gridId, duty, memberId }) => ({ id, gridId, duty, memberId }));
  const address = { gridId: raw('p."gridId"'), duty: raw("p.duty"), memberId: raw('p."memberId"') };
  const rows = await sql<{ id: string; answerers: Answerer[] }[]>`
    select p.id, (select jsonb_agg(jsonb_build_object('holderId', a.holder_id, 'memberId', a.member_id) order by a.since, a.holder_id)
      from ${inCommand(tx, answerersOf(address, readingIn(tx)))} a) as answerers
    from jsonb_to_recordset(${sql.json(places)}) as p(id uuid, "gridId" uuid, duty text, "memberId" uuid)`;
  return new Map(rows.map(({ id, answerers }) => [id, answerers ?? []]));
}

/** By the rules of now, from now: what was written down long ago is not overdue at once. */
async function clocksFor(tx: Transaction, items: readonly BroughtItem[]): Promise<Map<string, Clock[]>> {
  const calendar = await calendarOf(tx);
  const rules = new Map<string, DeadlineRuleRow | undefined>();
  const clocks = new Map<string, Clock[]>();
  for (const item of items) {
    if (item.closedOn !== null) continue;
    const { kind, urgency } = item;
    const key = `${kind} ${urgency}`;
    if (!rules.has(key)) rules.set(key, await ruleFor(tx, { kind, orderKind: null, urgency }));
    const isAccepted = firstState({ ...item, parentId: null }) === "ACCEPTED";
    const dueAt = item.dueOn ? new Date(startOfDay(addDays(item.dueOn, 1))) : null;
    clocks.set(item.id, clocksOfNew(rules.get(key), calendar, { startedAt: tx.now, dueAt, isAccepted }));
  }
  return clocks;
}
