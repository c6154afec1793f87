import { authorize, inTransaction, type Transaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { assertNoneAgainst, deedsOf } from "#kernel/question";
import { checkReason } from "#kernel/reason";
import { record } from "#kernel/record";
import type { CloseGridInput } from "./grid.inputs.ts";
import { mayCloseGrid } from "./grid.policy.ts";
import { type GridRow, lockGrid, saveGrid } from "./grid.store.ts";
import { closingGrid } from "./questions.ts";

export function closeGrid(ctx: Context, input: CloseGridInput) {
  return inTransaction(ctx, "closeGrid", input, (tx) => closeOne(tx, input));
}

export async function closeOne(tx: Transaction, input: CloseGridInput) {
  const grid = await lockGrid(tx, input.id);
  authorize(tx.actor, mayCloseGrid, grid.stationId);
  assertVersion(grid, input);
  const faults: FieldFault[] = [];
  const reason = checkReason(faults, input.reason, input.on, tx.now);
  assertValid([...faults, ...closingFaults(grid, input.on)]);
  const consequences = await closingGrid.ask(tx, {
    grid,
    on: input.on,
    mayEnd: input.endAssignments === true,
    reason,
  });
  assertNoneAgainst(consequences, closedAlready(grid));
  const ended = await deedsOf(consequences);
  const [change] = await saveGrid(tx, grid.id, { closedOn: input.on });
  await record(
    tx,
    {
      action: "grid.close",
      entity: { type: "Grid", id: grid.id },
      before: change!.before,
      after: change!.after,
      reason,
    },
    ...ended,
  );
  return { id: grid.id };
}

const closingFaults = ({ openedOn }: GridRow, on: string): FieldFault[] =>
  on < openedOn ? [{ path: ["input", "on"], code: "GRID_CLOSES_BEFORE_OPENING", params: { openedOn } }] : [];

const closedAlready = ({ name, closedOn }: GridRow): FieldFault[] =>
  closedOn === null
    ? []
    : [{ path: ["input", "id"], code: "GRID_CLOSED_ALREADY", params: { grid: name, on: closedOn } }];
