import { newId } from "#kernel/ids";
import type { ImportKind, Mapping, MattersKind } from "./columns.ts";
import { categoriesCreated, creationsOf, mostCreations } from "./creations.ts";
import { planGrids } from "./grid-plan.rules.ts";
import { planChecklists } from "./checklist-plan.rules.ts";
import { planDuties } from "./duty-plan.rules.ts";
import { catalogueGroundOf, gridGroundOf, type GroundTexts, ledgerGroundOf, memberGroundOf } from "./ground-texts.ts";
import type { ImportOptions } from "./import-options.ts";
import type { CauseGround } from "./causes.rules.ts";
import { type KeptErrors, keptErrors } from "./kept-errors.ts";
import type { NumberSeries } from "./ledger-ground.ts";
import { locate } from "./locate.ts";
import { planMatters } from "./matter-plan.rules.ts";
import { planMembers } from "./member-plan.rules.ts";
import { parseRows } from "./parse-rows.ts";
import { type Portions, portionsOf } from "./portions.ts";
import type { RowFault } from "./refusals.ts";
import type { RowError } from "./row-error.ts";
import type { SheetToPlan } from "./read-cells.ts";
import { planTasks } from "./task-plan.rules.ts";
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
  /** Numbers of a series that it has given out, after the last one. */
  numbered?: { series: NumberSeries; count: number };
}

export type WrittenList =
  | "stations"
  | "policeRooms"
  | "divisions"
  | "createdGrids"
  | "changedGrids"
  | "openedGrids"
  | "createdMembers"
  | "changedMembers"
  | "assignments"
  | "categories"
  | "openMatters"
  | "endedMatters"
  | "openTasks"
  | "endedTasks"
  | "dutyLines"
  | "checklists";

/** Of a portion. */
const mostTouched = 1_000;

export interface HowToPlan {
  mapping: Mapping;
  options: ImportOptions;
  ground: GroundTexts;
  fileName: string;
}

export function planSheet(whole: SheetToPlan, kind: ImportKind, how: HowToPlan): PlannedFile {
  const { sheet, rowsLeftOut } = withoutRows(whole, how.options.leavesOut);
  const planned = planRows(sheet, kind, how);
  return { ...planned, summary: { ...planned.summary, rowsLeftOut } };
}

/** Rows that somebody chose to leave out; people who stand side by side go together. */
function withoutRows(sheet: SheetToPlan, leavesOut: readonly number[] = []) {
  const left = new Set(leavesOut);
  const rows = sheet.rows.filter(({ number }) => !left.has(number));
  return { sheet: { ...sheet, rows }, rowsLeftOut: sheet.rows.length - rows.length };
}

function planRows(sheet: SheetToPlan, kind: ImportKind, how: HowToPlan): PlannedFile {
  if (kind === "GRIDS") return gridFile(sheet, how);
  if (kind === "MEMBERS") return memberFile(sheet, how);
  if (kind === "DUTY_LINES") return dutyFile(sheet, how);
  if (kind === "CHECKLISTS") return checklistFile(sheet, how);
  return kind === "TASKS" ? taskFile(sheet, how) : matterFile(sheet, kind, how);
}

function gridFile(sheet: SheetToPlan, { mapping, options, ground }: HowToPlan): PlannedFile {
  const parsed = parseRows(sheet, mapping, "GRIDS", { ...options, hasStation: options.stationId !== undefined });
  const plan = planGrids(parsed.rows, gridGroundOf(ground), options, newId, parsed.refused);
  const { stations, policeRooms, created, changed, unchanged } = plan;
  // Those above stand before those below.
  const divisions = plan.divisions.toSorted((one, other) => one.code.length - other.code.length);
  return {
    errors: inOrder(parsed.errors, locate(sheet, mapping, "GRIDS", plan.faults), {
      kind: "GRIDS",
      today: ground.today,
    }),
    creations: portionsOf(creationsOf({ ...plan, divisions }), mostCreations),
    summary: {
      stationsCreated: stations.length,
      policeRoomsCreated: policeRooms.length,
      divisionsCreated: divisions.length,
      gridsCreated: created.length,
      gridsUpdated: changed.length,
      gridsUnchanged: unchanged,
    },
    ...partsOf(
      { stations, policeRooms, divisions, createdGrids: created, changedGrids: changed },
      plan.faults,
      parsed.errors,
    ),
  };
}

function memberFile(sheet: SheetToPlan, { mapping, options, ground }: HowToPlan): PlannedFile {
  const known = memberGroundOf(ground);
  const rows = parseRows(sheet, mapping, "MEMBERS", options);
  const parsed = { ...rows, errors: [...rows.errors, ...unreadEnds(sheet, mapping, known.today)] };
  const plan = planMembers(parsed.rows, known, options, newId, parsed.refused);
  const { created, changed, unchanged, opened, numbered, assignments, assignmentsUnchanged } = plan;
  return {
    errors: inOrder(parsed.errors, locate(sheet, mapping, "MEMBERS", plan.faults), {
      kind: "MEMBERS",
      today: ground.today,
    }),
    creations: [],
    summary: {
      membersCreated: created.length,
      membersUpdated: changed.length,
      membersUnchanged: unchanged,
      membersNumbered: numbered,
      gridsOpenedEarlier: opened.length,
      assignmentsCreated: assignments.length,
      assignmentsUnchanged,
    },
    touched: inPortions(touchedBy(known, plan)),
    ...partsOf(
      { openedGrids: opened, createdMembers: created, changedMembers: changed, assignments },
      plan.faults,
      parsed.errors,
    ),
  };
}

function matterFile(sheet: SheetToPlan, kind: MattersKind, { mapping, options, ground }: HowToPlan): PlannedFile {
  const parsed = parseRows(sheet, mapping, kind, options);
  const known = ledgerGroundOf(ground);
  const plan = planMatters(kind, parsed, known, options, newId);
  const { categories, open, ended, unchanged, deadlinesPassed, phonesLeftOut, receiversReplaced } = plan;
  return {
    errors: inOrder(parsed.errors, locate(sheet, mapping, kind, plan.faults), { kind, today: ground.today }),
    creations: portionsOf(categoriesCreated(plan.namedCategories), mostCreations),
    summary: {
      categoriesCreated: categories.length,
      mattersOpened: open.length,
      mattersEnded: ended.length,
      mattersUnchanged: unchanged,
      deadlinesPassed,
      phonesLeftOut,
      receiversReplaced,
    },
    touched: inPortions(plan.touched),
    numbered: { series: known.series, count: open.length + ended.length },
    ...partsOf({ categories, openMatters: open, endedMatters: ended }, plan.faults, parsed.errors),
  };
}

function taskFile(sheet: SheetToPlan, { mapping, options, ground }: HowToPlan): PlannedFile {
  const parsed = parseRows(sheet, mapping, "TASKS", options);
  const known = ledgerGroundOf(ground);
  const plan = planTasks(parsed, known, options, newId);
  const { open, ended, unchanged, deadlinesPassed } = plan;
  return {
    errors: inOrder(parsed.errors, locate(sheet, mapping, "TASKS", plan.faults), {
      kind: "TASKS",
      today: ground.today,
    }),
    creations: [],
    summary: { tasksOpened: open.length, tasksEnded: ended.length, tasksUnchanged: unchanged, deadlinesPassed },
    touched: inPortions(plan.touched),
    numbered: { series: known.series, count: open.length + ended.length },
    ...partsOf({ openTasks: open, endedTasks: ended }, plan.faults, parsed.errors),
  };
}

function dutyFile(sheet: SheetToPlan, { mapping, options, ground }: HowToPlan): PlannedFile {
  const parsed = parseRows(sheet, mapping, "DUTY_LINES", options);
  const { lines, unchanged, faults } = planDuties(parsed.rows, catalogueGroundOf(ground), options);
  return {
    errors: inOrder(parsed.errors, locate(sheet, mapping, "DUTY_LINES", faults), {
      kind: "DUTY_LINES",
      today: ground.today,
    }),
    creations: [],
    summary: { dutyLinesSet: lines.length, dutyLinesUnchanged: unchanged },
    ...partsOf({ dutyLines: lines }, faults, parsed.errors),
  };
}

function checklistFile(sheet: SheetToPlan, { mapping, options, ground, fileName }: HowToPlan): PlannedFile {
  const parsed = parseRows(sheet, mapping, "CHECKLISTS", options);
  const { drafts, items, faults } = planChecklists(parsed.rows, catalogueGroundOf(ground), options, fileName);
  return {
    errors: inOrder(parsed.errors, locate(sheet, mapping, "CHECKLISTS", faults), {
      kind: "CHECKLISTS",
      today: ground.today,
    }),
    creations: [],
    summary: { checklistsDrafted: drafts.length, checklistItems: items },
    ...partsOf({ checklists: drafts }, faults, parsed.errors),
  };
}

const inPortions = ({ grids, members, seats }: Touched<readonly object[]>): Touched<Portions> => ({
  grids: portionsOf(grids, mostTouched),
  members: portionsOf(members, mostTouched),
  ...(seats && { seats: { ...seats, assignments: portionsOf(seats.assignments, mostTouched) } }),
});

const inOrder = (parsed: RowError[], planned: RowError[], ground: CauseGround) =>
  keptErrors(
    [...parsed, ...planned].toSorted((one, other) => one.row - other.row),
    ground,
  );

/** With any error there is nothing to write. */
function partsOf(lists: Partial<Record<WrittenList, readonly unknown[]>>, faults: RowFault[], errors: RowError[]) {
  const sound = faults.length + errors.length === 0 ? Object.entries(lists) : [];
  return {
    parts: sound.map(([list, rows]) => ({ list: list as WrittenList, portions: portionsOf(rows) })),
    writes: sound.reduce((sum, [, rows]) => sum + rows.length, 0),
  };
}
