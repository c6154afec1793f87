import { inTransaction, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { dayOf, startOfDay } from "#kernel/day";
import { Conflict, type FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { evidenceFaults } from "#modules/evidence";
import { type Effect, type HeldItem, lockWork, stepOne, type Stepping } from "#modules/work";
import type { FillRunLateInput } from "./checklist.inputs.ts";
import { reportRun } from "./report-run.ts";

const dayMs = 86_400_000;

/** Filled in after it was missed: it is late for ever, whoever accepts it. */
export const fillRunLate = (ctx: Context, input: FillRunLateInput) =>
  inTransaction(ctx, "fillRunLate", input, {
    load: (tx) => lockWork(tx, input.id, ["input", "id"], ["FILL_LATE"]),
    async act(tx, held) {
      assertInTime(tx, held.item);
      const { after } = await stepOne(tx, held, "FILL_LATE", input, filledLate);
      return { id: after.id };
    },
  });

function assertInTime({ now }: Transaction, { state, missedAt, lateDays }: HeldItem["item"]) {
  if (state !== "MISSED" || missedAt === null || lateDays === null) return;
  const until = new Date(missedAt.getTime() + lateDays * dayMs);
  if (until <= now)
    throw new Conflict([
      { path: ["input", "id"], code: "CHECKLIST_TOO_LATE", params: { day: dayOf(new Date(until.getTime() - 1)) } },
    ]);
}

async function filledLate({ tx, held, input }: Stepping<FillRunLateInput>): Promise<Effect> {
  const { item } = held;
  const { visitedOn } = input;
  const path = ["input", "visitedOn"];
  const faults: FieldFault[] = [];
  if (visitedOn > dayOf(tx.now)) faults.push({ path, code: "LIES_AHEAD" });
  if (visitedOn < item.occurrenceOn!)
    faults.push({ path, code: "CHECKLIST_VISIT_BEFORE_THE_RUN", params: { day: item.occurrenceOn! } });
  assertValid(faults);
  assertNoConflict(await evidenceFaults(tx, item));
  const effect = await reportRun(tx, held, input.runReport, visitedOn);
  return { ...effect, happenedAt: new Date(startOfDay(visitedOn)) };
}
