import type { Deed } from "#kernel/record";
import { masked } from "#modules/members";
import type { GridPlan } from "./grid-plan.rules.ts";
import type { MemberPlan } from "./member-plan.rules.ts";

export const deedsOfGrids = ({ stations, divisions, created, changed }: GridPlan, reason: string): Deed[] => [
  ...stations.map((station) => createdDeed("station.create", "Unit", station, reason)),
  ...divisions.map((division) => createdDeed("division.create", "Division", division, reason)),
  ...created.map((grid) => createdDeed("grid.create", "Grid", grid, reason)),
  ...changed.map(({ before, change }) => changedDeed("grid.update", "Grid", before, change, reason)),
];

export const deedsOfMembers = ({ created, changed, assignments }: MemberPlan, reason: string): Deed[] => [
  ...created.map((member) => createdDeed("member.create", "Member", masked(member), reason)),
  ...changed.map(({ before, change }) =>
    changedDeed("member.update", "Member", masked(before), masked(change), reason),
  ),
  ...assignments.map(({ named, ...assignment }) =>
    createdDeed("assignment.assign", "Assignment", { ...assignment, ...named, endsAt: null }, reason),
  ),
];

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
