import { changesOf, isNothing } from "#kernel/changes";
import { authorize, inTransaction, type Transaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { always } from "#kernel/dated";
import { dayOf } from "#kernel/day";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { initialsOf } from "#kernel/pinyin";
import { record } from "#kernel/record";
import { factsTold, faultsOfChange, plannedChange, saveFacts } from "./change-facts.ts";
import type { UpdateGridInput } from "./grid.inputs.ts";
import { mayUpdateGrid } from "./grid.policy.ts";
import { faultsOfThemselves } from "./grid.rules.ts";
import { type DatedFacts, type FixedFacts, type GridRow, gridWithCode, lockGrid, saveGrid } from "./grid.store.ts";
import { openingGrid } from "./questions.ts";

export function updateGrid(ctx: Context, input: UpdateGridInput) {
  return inTransaction(ctx, "updateGrid", input, async (tx) => {
    const before = await lockGrid(tx, input.id);
    authorize(tx.actor, mayUpdateGrid, before.stationId);
    assertVersion(before, input);
    const fixed = fixedAfter(before, input);
    const dated = datedBy(input);
    const faults: FieldFault[] = [];
    const facts = await plannedChange(tx, faults, { ...fixed, id: before.id }, dated, input);
    assertValid([
      ...faults,
      ...faultsOfThemselves({ ...before, ...fixed, ...dated }, dayOf(tx.now)),
      ...(await faultsOfChange(tx, fixed, facts, fixed.divisionId !== before.divisionId)),
    ]);
    assertNoConflict([...(await codeFaults(tx, before, fixed)), ...(await openingFaults(tx, before, fixed))]);
    const change = changesOf<FixedFacts>(before, fixed);
    const told = factsTold(facts);
    if (isNothing(change) && isNothing(told)) return { id: before.id };
    await saveGrid(tx, before.id, change.after);
    await saveFacts(tx, before.id, facts);
    const startsOn = facts.from === always ? fixed.openedOn : facts.from;
    await record(tx, {
      action: "grid.update",
      entity: { type: "Grid", id: before.id },
      before: { ...change.before, ...told.before },
      after: { ...change.after, ...told.after, ...(isNothing(told) ? {} : { startsOn }) },
      reason: facts.reason,
    });
    return { id: before.id };
  });
}

/** What must not be empty stays when null is given for it. */
const fixedAfter = (before: GridRow, input: UpdateGridInput): FixedFacts => ({
  closedOn: before.closedOn,
  code: input.code ?? before.code,
  codeScheme: input.codeScheme ?? before.codeScheme,
  openedOn: input.openedOn ?? before.openedOn,
  divisionId: input.divisionId === undefined ? before.divisionId : input.divisionId,
  households: input.households === undefined ? before.households : input.households,
  population: input.population === undefined ? before.population : input.population,
  countedYear: input.countedYear === undefined ? before.countedYear : input.countedYear,
});

function datedBy({ name, kind, complexity, level, policeRoomId }: UpdateGridInput): Partial<DatedFacts> {
  return {
    ...(typeof name === "string" && { name, nameInitials: initialsOf(name) }),
    ...(kind && { kind }),
    ...(complexity && { complexity }),
    ...(typeof level === "number" && { level }),
    ...(policeRoomId !== undefined && { policeRoomId }),
  };
}

async function codeFaults(tx: Transaction, before: GridRow, { code }: FixedFacts): Promise<FieldFault[]> {
  const namesake = code === before.code ? undefined : await gridWithCode(tx, code);
  return namesake
    ? [{ path: ["input", "code"], code: "GRID_CODE_TAKEN", params: { gridCode: code, grid: namesake.name } }]
    : [];
}

async function openingFaults(tx: Transaction, before: GridRow, fixed: FixedFacts): Promise<FieldFault[]> {
  const { openedOn, closedOn } = fixed;
  if (openedOn === before.openedOn) return [];
  const path = ["input", "openedOn"];
  if (closedOn !== null && openedOn > closedOn)
    return [{ path, code: "GRID_CLOSES_BEFORE_OPENING", params: { openedOn } }];
  return openingGrid.ask(tx, { grid: { ...fixed, id: before.id } });
}
