import { authorize, inTransaction, type Transaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import type { Duty } from "#modules/grids";
import { addressOf, lockBesides, lockWork, readdressed, stepOne } from "#modules/work";
import { assertOpen } from "./end-matter.ts";
import type { MoveMatterInput } from "./matter.inputs.ts";
import { mayHandleMatters } from "./matter.policy.ts";
import { lockWithWork, type MatterRow, type OpenWork, saveMatter } from "./matter.store.ts";
import { namesInSight } from "./names.store.ts";

interface AtSeat {
  id: string;
  number: string;
  duty: Duty;
}

/** Work at the seats of the grid it leaves goes with it or stays, as is said; until it is said, nothing moves. */
export function moveMatter(ctx: Context, input: MoveMatterInput) {
  return inTransaction(ctx, "moveMatter", input, async (tx) => {
    const { matter, work } = await lockWithWork(tx, input.id);
    authorize(tx.actor, mayHandleMatters, matter.stationId);
    assertOpen(matter);
    const { stationId } = await addressOf(tx, { gridId: input.gridId }, ["input"]);
    authorize(tx.actor, mayHandleMatters, stationId);
    assertVersion(matter, input);
    if (matter.gridId === input.gridId) return { id: matter.id };
    const faults: FieldFault[] = [];
    const reason = checkText(faults, ["input", "reason"], input.reason, { most: 500 });
    assertValid(faults);
    const leaving = await workAtSeats(tx, matter, work);
    if (!input.work) assertNoConflict(await whoWouldTake(tx, leaving, input.gridId));
    const [before, after] = [
      { gridId: matter.gridId, stationId: matter.stationId },
      { gridId: input.gridId, stationId },
    ];
    await saveMatter(tx, matter.id, after);
    await record(tx, { action: "matter.move", entity: { type: "Matter", id: matter.id }, before, after, reason });
    if (input.work === "READDRESSED")
      for (const { id, duty } of leaving) {
        const to = { gridId: input.gridId, duty };
        const held = await lockWork(tx, id, ["input", "id"], ["READDRESS"]);
        await stepOne(tx, held, "READDRESS", { id, to, reason, idempotencyKey: input.idempotencyKey }, readdressed);
      }
    return { id: matter.id };
  });
}

/** What may be readdressed of it: a feedback that waits to be assessed stays. */
async function workAtSeats(tx: Transaction, { gridId }: MatterRow, work: readonly OpenWork[]): Promise<AtSeat[]> {
  const found: AtSeat[] = [];
  for (const { id, number, duty, gridId: at } of work) {
    if (duty === null || at !== gridId) continue;
    const { may } = await lockBesides(tx, id);
    if (may.includes("READDRESS")) found.push({ id, number, duty: duty as Duty });
  }
  return found;
}

async function whoWouldTake(tx: Transaction, leaving: readonly AtSeat[], gridId: string): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  for (const { number, duty } of leaving) {
    const { answerers } = await addressOf(tx, { gridId, duty }, ["input"]);
    const members = await namesInSight(
      tx,
      answerers.flatMap(({ memberId }) => memberId ?? []),
    );
    const params = { number, duty, members: members.join(", ") };
    const code = members.length > 0 ? "MATTER_WHO_TAKES" : "MATTER_NOBODY_TAKES";
    faults.push({ path: ["input", "work"], code, params });
  }
  return faults;
}
