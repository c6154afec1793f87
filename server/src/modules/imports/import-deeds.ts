import { startOfDay } from "#kernel/day";
import type { Deed } from "#kernel/record";
import { masked } from "#modules/members";
import type { NewCategory } from "./category-book.ts";
import type { GridPlan } from "./grid-plan.rules.ts";
import type { NamedRoom } from "./police-room-plan.rules.ts";
import type { OpenedGrid } from "./seat-plan.rules.ts";
import type { NewStation } from "./station-plan.rules.ts";
import type { LedgerMatter } from "./matter-plan.rules.ts";
import type { MemberPlan } from "./member-plan.rules.ts";
import type { WrittenList } from "./plan-file.ts";
import type { LedgerTask } from "./task-plan.rules.ts";

/** What the audit log tells of the rows of each list. */
export const deedsOf = {
  stations: (rows: NewStation[], reason) => rows.map((row) => createdDeed("station.create", "Unit", row, reason)),
  policeRooms: (rows: NamedRoom[], reason) =>
    rows.map(({ rows: _rows, stationId, ...room }) =>
      createdDeed("unit.create", "Unit", { ...room, kind: "POLICE_ROOM", parentId: stationId }, reason),
    ),
  divisions: (rows: GridPlan["divisions"], reason) =>
    rows.map((row) => createdDeed("division.create", "Division", row, reason)),
  createdGrids: (rows: GridPlan["created"], reason) =>
    rows.map((row) => createdDeed("grid.create", "Grid", row, reason)),
  changedGrids: (rows: GridPlan["changed"], reason) =>
    rows.map(({ before, change }) => changedDeed("grid.update", "Grid", before, change, reason)),
  openedGrids: (rows: OpenedGrid[], reason) =>
    rows.map(({ id, before, openedOn }) =>
      changedDeed("grid.update", "Grid", { id, openedOn: before }, { openedOn }, reason),
    ),
  createdMembers: (rows: MemberPlan["created"], reason) =>
    rows.map((row) => createdDeed("member.create", "Member", masked(row), reason)),
  changedMembers: (rows: MemberPlan["changed"], reason) =>
    rows.map(({ before, change }) => changedDeed("member.update", "Member", masked(before), masked(change), reason)),
  assignments: (rows: MemberPlan["assignments"], reason) =>
    rows.map(({ named, ...assignment }) =>
      createdDeed("assignment.assign", "Assignment", { ...assignment, ...named }, reason),
    ),
  categories: (rows: NewCategory[], reason) =>
    rows.map((row) => createdDeed("matterCategory.set", "MatterCategory", row, reason)),
  openMatters: mattersBrought,
  endedMatters: mattersBrought,
  openTasks: tasksBrought,
  endedTasks: tasksBrought,
  // These are few, and on record with the command that wrote them.
  dutyLines: () => [],
  checklists: () => [],
} satisfies Record<WrittenList, (rows: never[], reason: string) => Deed[]>;

/** How it ended is told with its coming in: nobody settled it here. */
function mattersBrought(rows: LedgerMatter[], reason: string): Deed[] {
  return rows.flatMap(({ mark: _mark, row: _row, receipt, ending, happenedOn, ...matter }) => [
    createdDeed(
      "matter.register",
      "Matter",
      {
        ...matter,
        happenedAt: startOfDay(happenedOn),
        ...(ending && { outcome: ending.outcome, outcomeNote: ending.note, endedAt: startOfDay(ending.on) }),
      },
      reason,
    ),
    ...(receipt ? [issuedDeed({ ...matter, ...receipt, kind: "RECEIPT", number: `${matter.number}-1` }, reason)] : []),
  ]);
}

function tasksBrought(rows: LedgerTask[], reason: string): Deed[] {
  return rows.map((row) => issuedDeed(row, reason));
}

type Issued = Pick<LedgerTask, "id" | "number" | "urgency" | "title"> & { kind: string } & Partial<LedgerTask>;

const issuedDeed = (
  { id, number, kind, gridId, duty, memberId, unitId, urgency, title, closedOn }: Issued,
  reason: string,
) =>
  createdDeed(
    "work.issue",
    "WorkItem",
    { id, number, kind, gridId, duty, memberId, unitId, urgency, title, ...(closedOn && { closedOn }) },
    reason,
  );

interface Entity {
  id: string;
}

function createdDeed<T extends Entity>(action: string, type: string, row: T, reason: string): Deed {
  const { id, ...after } = row;
  return { action, entity: { type, id }, after, reason };
}

const changedDeed = <T extends Entity>(
  action: string,
  type: string,
  before: T,
  after: object,
  reason: string,
): Deed => ({
  ...{ action, entity: { type, id: before.id }, after, reason },
  before: Object.fromEntries(Object.keys(after).map((key) => [key, before[key as keyof T]])),
});
