import type { Draft, Facts, Grid, Member, Unit } from "../draft.ts";
import { type Change, factsOn, type Period, periodsOf } from "./periods.ts";

/** On the day the grid became what it is, and was otherwise before. */
export const gridWas = (draft: Draft, grid: Grid, on: string, was: Partial<Facts>, reason: string) =>
  add(draft.gridChanges, grid.id, { on, reason, was: named(draft, was) });

export const gridWillBe = (draft: Draft, grid: Grid, on: string, willBe: Partial<Facts>, reason: string) =>
  add(draft.gridChanges, grid.id, { on, reason, willBe: named(draft, willBe) });

export const cameFrom = (draft: Draft, member: Member, on: string, unit: Pick<Unit, "id">, reason: string) =>
  add(draft.transfers, member.id, { on, reason, was: { unitId: unit.id } });

export const willGoTo = (draft: Draft, member: Member, on: string, unit: Pick<Unit, "id">, reason: string) =>
  add(draft.transfers, member.id, { on, reason, willBe: { unitId: unit.id } });

function add<T>(changes: Map<string, Change<T>[]>, id: string, change: Change<T>) {
  changes.set(id, [...(changes.get(id) ?? []), change]);
}

const named = (draft: Draft, facts: Partial<Facts>): Partial<Facts> =>
  facts.name === undefined ? facts : { ...facts, nameInitials: draft.initialsOf(facts.name) };

export function gridPeriods({ gridChanges }: Draft, grid: Grid): Period<Facts>[] {
  const { stationId, policeRoomId = null, name, nameInitials, kind, complexity = "ORDINARY", level = 3 } = grid;
  const today = { stationId, policeRoomId, name, nameInitials, kind, complexity, level };
  return periodsOf<Facts>(today, gridChanges.get(grid.id));
}

export const unitPeriods = ({ transfers }: Draft, { id, unitId }: Member) => periodsOf({ unitId }, transfers.get(id));

export const gridOn = (draft: Draft, grid: Grid, day: string) => factsOn(gridPeriods(draft, grid), day);

export const unitIdOn = (draft: Draft, member: Member, day: string) => factsOn(unitPeriods(draft, member), day).unitId;

export const unitOf = ({ units, root }: Draft, id: string | null | undefined): Unit =>
  units.find((unit) => unit.id === id) ?? root;

/** The station that a unit is or stands in; the bureau for what is of no station. */
export function stationOver(draft: Draft, unitId: string): Unit {
  const unit = unitOf(draft, unitId);
  return unit.kind === "STATION" || unit.kind === "BUREAU" ? unit : stationOver(draft, unit.parentId ?? draft.root.id);
}
