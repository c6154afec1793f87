import { authorize, inTransaction, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { dayOf, startOfDay } from "#kernel/day";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { newId } from "#kernel/ids";
import { checkText } from "#kernel/text";
import { calendarOf } from "#modules/calendar";
import { addressOf, type Addressed, issuerOf, mayIssueWork, nextNumber, openItem, ruleFor } from "#modules/work";
import { overCap, weekOf, weeklyCapMinutes } from "./burden.rules.ts";
import { burdensOf } from "./burden.store.ts";
import type { IssueTaskInput } from "./order.inputs.ts";
import { rangeFaults } from "./order.rules.ts";

const mostTasks = 300;
const dayMs = 86_400_000;

export function issueTask(ctx: Context, input: IssueTaskInput) {
  return inTransaction(ctx, "issueTask", input, async (tx) => {
    assertValid(rangeFaults(["input", "to"], input.to.length, 1, mostTasks));
    const to: Addressed[] = [];
    for (const [index, each] of input.to.entries()) {
      const address = await addressOf(tx, each, ["input", "to", index]);
      authorize(tx.actor, mayIssueWork, address.stationId);
      to.push(address);
    }
    const said = checked(tx, input);
    await assertBorne(tx, input, said, to);
    const kind = { kind: "TASK", orderKind: null, urgency: input.urgency ?? "ORDINARY" } as const;
    const ground = { rule: await ruleFor(tx, kind), calendar: await calendarOf(tx) };
    const batchId = to.length > 1 ? newId() : null;
    const ids: string[] = [];
    for (const { unitKind: _, ...address } of to) {
      const draft = {
        ...kind,
        ...said,
        ...address,
        number: await nextNumber(tx, "T"),
        matterId: null,
        parentId: null,
        batchId,
        issuerUnitId: issuerOf(tx, address.stationId),
      };
      ids.push((await openItem(tx, draft, ground)).id);
    }
    return { ids };
  });
}

/** Whoever it brings over the cap of the week bears more only for a reason. */
async function assertBorne(
  tx: Transaction,
  { dueOn, burdenMinutes }: IssueTaskInput,
  { reason, opensAt }: { reason: string | null; opensAt: Date },
  to: readonly Addressed[],
) {
  if (!burdenMinutes || reason !== null) return;
  const added = new Map<string, number>();
  for (const { holderId } of to.flatMap(({ answerers }) => answerers))
    added.set(holderId, (added.get(holderId) ?? 0) + burdenMinutes);
  const over = overCap(await burdensOf(tx, [...added.keys()], weekOf(dueOn, opensAt)), added);
  const hours = weeklyCapMinutes / 60;
  assertNoConflict(
    over.map(({ member, minutes }) => ({
      path: ["input", "reason"],
      code: "TASK_OVER_CAP",
      params: { member, cap: hours, hours: Math.round(minutes / 6) / 10 },
    })),
  );
}

/** What the task says, or all that is wrong with it. */
function checked(tx: Transaction, input: IssueTaskInput) {
  const faults: FieldFault[] = [
    ...rangeFaults(["input", "photosAtLeast"], input.photosAtLeast, 0, 20),
    ...rangeFaults(["input", "burdenMinutes"], input.burdenMinutes, 1, 10_000),
  ];
  const opensAt = input.opensAt ?? tx.now;
  const title = checkText(faults, ["input", "title"], input.title, { required: true, most: 100 });
  const instructions = checkText(faults, ["input", "instructions"], input.instructions, { most: 2000 });
  const reason = checkText(faults, ["input", "reason"], input.reason, { most: 500 });
  if (input.opensAt && input.opensAt < tx.now) faults.push({ path: ["input", "opensAt"], code: "NOT_AHEAD" });
  if (input.dueOn && input.dueOn < dayOf(opensAt))
    faults.push({ path: ["input", "dueOn"], code: "TASK_DUE_BEFORE_IT_OPENS" });
  assertValid(faults);
  return {
    title: title!,
    instructions,
    reason,
    opensAt,
    photosAtLeast: input.photosAtLeast ?? 0,
    burdenMinutes: input.burdenMinutes ?? null,
    dueAt: input.dueOn ? new Date(Date.parse(startOfDay(input.dueOn)) + dayMs) : null,
  };
}
