import { changesOf } from "#kernel/changes";
import { authorize, inTransaction, type Transaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { dayOf, startOfDay } from "#kernel/day";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { initialsOf } from "#kernel/pinyin";
import { record } from "#kernel/record";
import { asSeen } from "#kernel/text";
import { firstAssignment } from "./grid-assignments.store.ts";
import type { UpdateGridInput } from "./grid.inputs.ts";
import { mayUpdateGrid } from "./grid.policy.ts";
import { faultsOfGrid, type GridFacts } from "./grid.rules.ts";
import { type GridRow, gridWithCode, lockGrid, placesOf, saveGrid } from "./grid.store.ts";

export function updateGrid(ctx: Context, input: UpdateGridInput) {
  return inTransaction(ctx, "updateGrid", input, async (tx) => {
    const before = await lockGrid(tx, input.id);
    authorize(tx.actor, mayUpdateGrid, before.stationId);
    assertVersion(before, input);
    const grid = changed(before, input);
    assertValid(faultsOfGrid(grid, await placesOf(tx, grid), dayOf(tx.now)));
    assertNoConflict([...(await codeFaults(tx, before, grid)), ...(await openingFaults(tx, before, grid))]);
    const change = changesOf(before, grid);
    await saveGrid(tx, before.id, { ...change.after, nameInitials: initialsOf(grid.name) });
    await record(tx, { action: "grid.update", entity: { type: "Grid", id: before.id }, ...change });
    return { id: before.id };
  });
}

/** What must not be empty stays when null is given for it. */
const changed = (before: GridRow, input: UpdateGridInput): GridFacts => ({
  stationId: before.stationId,
  closedOn: before.closedOn,
  code: input.code?.trim() ?? before.code,
  codeScheme: (input.codeScheme && asSeen(input.codeScheme)) ?? before.codeScheme,
  name: (input.name && asSeen(input.name)) ?? before.name,
  kind: input.kind ?? before.kind,
  complexity: input.complexity ?? before.complexity,
  level: input.level ?? before.level,
  openedOn: input.openedOn ?? before.openedOn,
  policeRoomId: input.policeRoomId === undefined ? before.policeRoomId : input.policeRoomId,
  divisionId: input.divisionId === undefined ? before.divisionId : input.divisionId,
  households: input.households === undefined ? before.households : input.households,
  population: input.population === undefined ? before.population : input.population,
  countedYear: input.countedYear === undefined ? before.countedYear : input.countedYear,
});

async function codeFaults(tx: Transaction, before: GridRow, { code }: GridFacts): Promise<FieldFault[]> {
  const namesake = code === before.code ? undefined : await gridWithCode(tx, code);
  return namesake
    ? [{ path: ["input", "code"], code: "GRID_CODE_TAKEN", params: { gridCode: code, grid: namesake.name } }]
    : [];
}

async function openingFaults(
  tx: Transaction,
  before: GridRow,
  { openedOn, closedOn }: GridFacts,
): Promise<FieldFault[]> {
  if (openedOn === before.openedOn) return [];
  const path = ["input", "openedOn"];
  if (closedOn !== null && openedOn > closedOn)
    return [{ path, code: "GRID_CLOSES_BEFORE_OPENING", params: { openedOn } }];
  const first = await firstAssignment(tx, before.id);
  if (!first || first.startsAt.toISOString() >= startOfDay(openedOn)) return [];
  return [
    {
      path,
      code: "GRID_OPENED_AFTER_ASSIGNMENT",
      params: { member: first.member, badge: first.badge, from: dayOf(first.startsAt) },
    },
  ];
}
