import { inTransaction, type Transaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { addDays, dayOf, startOfDay } from "#kernel/day";
import { Conflict, type FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { calendarOf } from "#modules/calendar";
import {
  addressOf,
  assertMayNow,
  dueAnew,
  type Effect,
  type HeldItem,
  isOpenState,
  lockWork,
  memberOf,
  nextNumber,
  openItem,
  reopened,
  returned,
  ruleFor,
  step,
  type WorkItemRow,
} from "#modules/work";
import { lineNamed } from "./accept-lines.ts";
import type { ReturnLineInput } from "./lists.inputs.ts";
import { dueWithoutAnother } from "./week.rules.ts";
import {
  authorizeReview,
  holdWeek,
  insertDecisions,
  lastReviews,
  linesOf,
  type LineRow,
  openReview,
  type Week,
  weekDeed,
} from "./week-review.store.ts";

export function returnLine(ctx: Context, input: ReturnLineInput) {
  return inTransaction(ctx, "returnLine", input, async (tx) => {
    const week = await holdWeek(tx, input);
    const review = (await lastReviews(tx, week.stationId, week.week, [week.memberId])).get(week.memberId);
    authorizeReview(week, review);
    const said = checked(tx, input);
    const lines = await linesOf(tx, { ...week, memberIds: [week.memberId] });
    const line = lineNamed(lines, input.line.key, ["input", "line", "key"]);
    const { id } = await openReview(tx, week, review);
    const itemId =
      line.itemId === null
        ? await becomeTask(tx, week, line, said)
        : await sendBack(tx, line, { ...said, expectedVersion: input.line.expectedVersion ?? null });
    await insertDecisions(tx, id, [{ lineKey: line.key, decision: "RETURNED", reason: said.reason, itemId }]);
    await record(tx, weekDeed("returnLine", id, week, { line: line.key, dueOn: said.dueOn }, said.reason));
    return { id };
  });
}

interface Said {
  reason: string;
  dueOn: string;
  /** 24:00 of the day. */
  dueAt: Date;
}

function checked(tx: Transaction, input: ReturnLineInput): Said {
  const faults: FieldFault[] = [];
  const reason = checkText(faults, ["input", "reason"], input.reason, { required: true, most: 500 });
  const today = dayOf(tx.now);
  const dueOn = input.dueOn ?? dueWithoutAnother(input.week, today);
  if (dueOn < today) faults.push({ path: ["input", "dueOn"], code: "WEEK_DUE_IN_THE_PAST" });
  assertValid(faults);
  return { reason: reason!, dueOn, dueAt: new Date(startOfDay(addDays(dueOn, 1))) };
}

/** What waits goes back, what is closed or was missed is opened again, what is late and was never handed in is urged with a new day: by one step with its event. */
async function sendBack(
  tx: Transaction,
  line: LineRow,
  { reason, dueAt, expectedVersion }: Said & { expectedVersion: number | null },
): Promise<string> {
  const path = ["input", "line", "key"];
  const held = await lockWork(tx, line.itemId!, path, ["RETURN", "REOPEN", "URGE"]);
  if (expectedVersion !== null) assertVersion(held.item, { expectedVersion });
  const action = actionFor(held.item.state, line);
  if (!action) throw new Conflict([{ path, code: "WEEK_LINE_NOT_RETURNED", params: { title: line.title } }]);
  await assertMayNow(tx, held, action, path);
  const effect = await effects[action](tx, held, dueAt, reason);
  const { after } = await step(tx, held, action, { reason, ...effect });
  return after.id;
}

type Sending = (tx: Transaction, held: HeldItem, dueAt: Date, opinion: string) => Effect | Promise<Effect>;
const effects: Readonly<Record<"RETURN" | "REOPEN" | "URGE", Sending>> = {
  RETURN: returned,
  REOPEN: (tx, held, dueAt, opinion) => reopened(tx, held, { dueAt, opinion }),
  URGE: dueAnew,
};

function actionFor(state: WorkItemRow["state"], { isLate }: LineRow): keyof typeof effects | undefined {
  if (state === "SUBMITTED") return "RETURN";
  if (state === "CLOSED" || state === "MISSED") return "REOPEN";
  return isLate && isOpenState(state) ? "URGE" : undefined;
}

/** A duty or a matter has no work of its own that could go back: the seat that the duty is of gets a task, or the member. */
async function becomeTask(tx: Transaction, week: Week, line: LineRow, { reason, dueAt }: Said): Promise<string> {
  const path = ["input", "line", "key"];
  const isOfSeat = line.source === "DUTIES" && line.gridId !== null && line.duty !== null;
  const { unitKind: _, ...address } = isOfSeat
    ? await addressOf(tx, { gridId: line.gridId, duty: line.duty }, path)
    : await memberOf(tx, week.memberId, ["input", "memberId"]);
  const kind = { kind: "TASK", orderKind: null, urgency: "ORDINARY" } as const;
  const draft = {
    ...kind,
    ...address,
    stationId: week.stationId,
    number: await nextNumber(tx, "T"),
    matterId: null,
    parentId: null,
    batchId: null,
    issuerUnitId: week.stationId,
    title: line.title,
    instructions: reason,
    photosAtLeast: 0,
    burdenMinutes: null,
    opensAt: tx.now,
    dueAt,
    reason,
  };
  return (await openItem(tx, draft, { rule: await ruleFor(tx, kind), calendar: await calendarOf(tx) })).id;
}
