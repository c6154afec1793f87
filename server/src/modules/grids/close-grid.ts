import { authorize, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { dayOf, startOfDay } from "#kernel/day";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { checkReason } from "#kernel/reason";
import { type Deed, record } from "#kernel/record";
import { assignmentsPast, endAssignmentsAt, type HeldSeat } from "./grid-assignments.store.ts";
import type { CloseGridInput } from "./grid.inputs.ts";
import { mayCloseGrid } from "./grid.policy.ts";
import { type GridRow, lockGrid, saveGrid } from "./grid.store.ts";

export function closeGrid(ctx: Context, input: CloseGridInput) {
  return inTransaction(ctx, "closeGrid", input, async (tx) => {
    const grid = await lockGrid(tx, input.id);
    authorize(tx.actor, mayCloseGrid, grid.stationId);
    assertVersion(grid, input);
    const faults: FieldFault[] = [];
    const reason = checkReason(faults, input.reason, input.on, tx.now);
    assertValid([...faults, ...closingFaults(grid, input.on)]);
    const instant = startOfDay(input.on);
    const held = await assignmentsPast(tx, grid.id, instant);
    assertNoConflict([
      ...closedAlready(grid),
      ...held.flatMap((each) => collision(each, tx.now, input.endAssignments === true)),
    ]);
    if (held.length > 0)
      await endAssignmentsAt(
        tx,
        held.map((each) => each.id),
        instant,
        reason,
      );
    await saveGrid(tx, grid.id, { closedOn: input.on });
    const closing: Deed = {
      action: "grid.close",
      entity: { type: "Grid", id: grid.id },
      before: { closedOn: null },
      after: { closedOn: input.on },
      reason,
    };
    await record(tx, closing, ...held.map((each) => endingOf(each, instant, reason)));
    return { id: grid.id };
  });
}

const closingFaults = ({ openedOn }: GridRow, on: string): FieldFault[] =>
  on < openedOn ? [{ path: ["input", "on"], code: "GRID_CLOSES_BEFORE_OPENING", params: { openedOn } }] : [];

const closedAlready = ({ name, closedOn }: GridRow): FieldFault[] =>
  closedOn === null
    ? []
    : [{ path: ["input", "id"], code: "GRID_CLOSED_ALREADY", params: { grid: name, on: closedOn } }];

function collision({ member, badge, endsAt }: HeldSeat, now: Date, mayEnd: boolean): FieldFault[] {
  const path = ["input", "on"];
  const params = { member, badge, to: endsAt ? dayOf(endsAt) : "∞" };
  if (endsAt && endsAt <= now) return [{ path, code: "GRID_HAS_ASSIGNMENTS_ENDED", params }];
  return mayEnd ? [] : [{ path, code: "GRID_HAS_ASSIGNMENTS", params }];
}

const endingOf = ({ id, startsAt, endsAt }: HeldSeat, instant: string, reason: string | null): Deed => ({
  action: "assignment.end",
  entity: { type: "Assignment", id },
  before: { endsAt: endsAt?.toISOString() ?? null },
  after: { endsAt: startsAt.toISOString() > instant ? startsAt.toISOString() : instant },
  reason,
});
