import { newId } from "#kernel/ids";
import type { ImportKind, Mapping } from "./columns.ts";
import { creationsOf, mostCreations } from "./creations.ts";
import { planGrids } from "./grid-plan.rules.ts";
import { gridGroundOf, type GroundTexts, memberGroundOf } from "./ground-texts.ts";
import type { ImportOptions } from "./import-options.ts";
import { type KeptErrors, keptErrors } from "./kept-errors.ts";
import { locate } from "./locate.ts";
import { planMembers } from "./member-plan.rules.ts";
import { parseRows } from "./parse-rows.ts";
import { type Portions, portionsOf } from "./portions.ts";
import type { RowFault } from "./refusals.ts";
import type { RowError } from "./row-error.ts";
import type { SheetToPlan } from "./read-cells.ts";
import { type Touched, touchedBy } from "./touched.rules.ts";
import { unreadEnds } from "./unread-ends.ts";

/** What a file comes to on the ground as it is: all that is wrong, or what is to be written, in this order. */
export interface PlannedFile {
  errors: KeptErrors;
  /** Names that are created, or asked about. */
  creations: Portions;
  summary: Record<string, number>;
  parts: { list: WrittenList; portions: Portions }[];
  writes: number;
  touched?: Touched<Portions>;
}

export type WrittenList =
  | "stations"
  | "divisions"
  | "createdGrids"
  | "changedGrids"
  | "createdMembers"
  | "changedMembers"
  | "assignments";

/** Of a portion. */
const mostTouched = 1_000;

export interface HowToPlan {
  mapping: Mapping;
  options: ImportOptions;
  ground: GroundTexts;
}

export const planSheet = (sheet: SheetToPlan, kind: ImportKind, how: HowToPlan): PlannedFile =>
  kind === "GRIDS" ? gridFile(sheet, how) : memberFile(sheet, how);

function gridFile(sheet: SheetToPlan, { mapping, options, ground }: HowToPlan): PlannedFile {
  const parsed = parseRows(sheet, mapping, "GRIDS", { hasStation: options.stationId !== undefined });
  const plan = planGrids(parsed.rows, gridGroundOf(ground), options, newId, parsed.refused);
  const { stations, created, changed, unchanged } = plan;
  // Those above stand before those below.
  const divisions = plan.divisions.toSorted((one, other) => one.code.length - other.code.length);
  return {
    errors: inOrder(parsed.errors, locate(sheet, mapping, "GRIDS", plan.faults)),
    creations: portionsOf(creationsOf({ ...plan, divisions }), mostCreations),
    summary: {
      stationsCreated: stations.length,
      divisionsCreated: divisions.length,
      gridsCreated: created.length,
      gridsUpdated: changed.length,
      gridsUnchanged: unchanged,
    },
    ...partsOf({ stations, divisions, createdGrids: created, changedGrids: changed }, plan.faults, parsed.errors),
  };
}

function memberFile(sheet: SheetToPlan, { mapping, options, ground }: HowToPlan): PlannedFile {
  const known = memberGroundOf(ground);
  const rows = parseRows(sheet, mapping, "MEMBERS");
  const parsed = { ...rows, errors: [...rows.errors, ...unreadEnds(sheet, mapping, known.today)] };
  const plan = planMembers(parsed.rows, known, options, newId, parsed.refused);
  const { created, changed, unchanged, assignments, assignmentsUnchanged } = plan;
  return {
    errors: inOrder(parsed.errors, locate(sheet, mapping, "MEMBERS", plan.faults)),
    creations: [],
    summary: {
      membersCreated: created.length,
      membersUpdated: changed.length,
      membersUnchanged: unchanged,
      assignmentsCreated: assignments.length,
      assignmentsUnchanged,
    },
    touched: inPortions(touchedBy(parsed.rows, known, plan)),
    ...partsOf({ createdMembers: created, changedMembers: changed, assignments }, plan.faults, parsed.errors),
  };
}

const inPortions = ({ grids, members, assignments, ...counts }: ReturnType<typeof touchedBy>): Touched<Portions> => ({
  grids: portionsOf(grids, mostTouched),
  members: portionsOf(members, mostTouched),
  assignments: portionsOf(assignments, mostTouched),
  ...counts,
});

const inOrder = (parsed: RowError[], planned: RowError[]) =>
  keptErrors([...parsed, ...planned].toSorted((one, other) => one.row - other.row));

/** With any error there is nothing to write. */
function partsOf(lists: Partial<Record<WrittenList, readonly unknown[]>>, faults: RowFault[], errors: RowError[]) {
  const sound = faults.length + errors.length === 0 ? Object.entries(lists) : [];
  return {
    parts: sound.map(([list, rows]) => ({ list: list as WrittenList, portions: portionsOf(rows) })),
    writes: sound.reduce((sum, [, rows]) => sum + rows.length, 0),
  };
}
