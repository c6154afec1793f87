import type { assignments } from "@maple-bridge/drizzle/tables";
import { Field, ID, InputType } from "type-graphql";
import {
  dayAt,
  everything,
  type Fragment,
  join,
  type PageOrder,
  type Reading,
  type RowOf,
  sql,
  inForce,
} from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { Duty, factsOnDay } from "#modules/grids";
import { subtreeOf } from "#modules/organisation";
import { isMemberIdInSight } from "#modules/members";
import { AssignmentState } from "./assignment.enums.ts";

@InputType({ description: "Every condition given must hold." })
export class AssignmentFilter {
  @Field(() => ID, { nullable: true }) gridId?: string;
  @Field(() => ID, { nullable: true }) memberId?: string;
  @Field(() => Duty, { nullable: true }) duty?: Duty;
  @Field(() => ID, {
    nullable: true,
    description: "At grids of stations and police rooms at or below this unit: then, with `at`, else today.",
  })
  unitId?: string;
  @Field(() => DateTime, { nullable: true, description: "In force at this moment." }) at?: Date;
  @Field(() => DateTime, { nullable: true, description: "In force at this moment or later." }) from?: Date;
  @Field(() => DateTime, { nullable: true, description: "In force before this moment." }) to?: Date;
  @Field(() => AssignmentState, { nullable: true }) state?: AssignmentState;
}

type AssignmentRow = RowOf<typeof assignments>;

export function matchesFilter(assignment: AssignmentRow, reading: Reading): Fragment {
  const conditions = [...seated(assignment, reading), ...timed(assignment, reading)];
  return conditions.length > 0 ? join(conditions, " and ") : everything;
}

function seated(assignment: AssignmentRow, reading: Reading): Fragment[] {
  const grid = reading.arg("filter.gridId", "uuid");
  const member = reading.arg("filter.memberId", "uuid");
  const duty = reading.arg("filter.duty", "text");
  const unit = reading.arg("filter.unitId", "uuid");
  return [
    ...(grid ? [sql`${assignment.gridId} = ${grid}`] : []),
    ...(member ? [sql`${assignment.memberId} = ${member}`] : []),
    ...(duty ? [sql`${assignment.duty} = ${duty}`] : []),
    ...(unit
      ? [
          sql`${assignment.gridId} in (select g.grid_id from ${factsOnDay(reading, dayAt(reading.arg("filter.at", "timestamptz") ?? reading.now))} g where (g.station_id in (${subtreeOf(unit, reading)}) or g.police_room_id in (${subtreeOf(unit, reading)})))`,
        ]
      : []),
  ];
}

/** What `stateOf` tells, in comparisons that an index can serve. */
const hasState: Record<keyof typeof AssignmentState, (assignment: AssignmentRow, reading: Reading) => Fragment> = {
  CANCELLED: ({ startsAt, endsAt }) => sql`${startsAt} = ${endsAt}`,
  PLANNED: ({ startsAt, endsAt }, { now }) => sql`${startsAt} > ${now} and ${endsAt} is distinct from ${startsAt}`,
  CURRENT: (assignment, { now }) => sql`(${inForce(assignment, now)})`,
  ENDED: ({ startsAt, endsAt }, { now }) => sql`${startsAt} < ${endsAt} and ${endsAt} <= ${now}`,
};

function timed(assignment: AssignmentRow, reading: Reading): Fragment[] {
  const at = reading.arg("filter.at", "timestamptz");
  const from = reading.arg("filter.from", "timestamptz");
  const to = reading.arg("filter.to", "timestamptz");
  const state = reading.choice("filter.state") as keyof typeof AssignmentState | undefined;
  const isTakenBack = sql`${assignment.endsAt} is not distinct from ${assignment.startsAt}`;
  return [
    ...(at ? [sql`(${inForce(assignment, at)})`] : []),
    ...(from ? [sql`(${assignment.endsAt} is null or ${assignment.endsAt} > ${from}) and not (${isTakenBack})`] : []),
    ...(to ? [sql`${assignment.startsAt} < ${to} and not (${isTakenBack})`] : []),
    ...(state ? [hasState[state](assignment, reading)] : []),
  ];
}

export function assignmentOrder(assignment: AssignmentRow, reading: Reading): PageOrder {
  const descending = reading.choice("direction") === "DESC";
  const start = { by: assignment.startsAt, type: "timestamptz" };
  switch (reading.choice("orderBy")) {
    case "GRID":
      return {
        terms: [
          {
            by: sql`(select g.code from grids g where g.bureau_id = ${reading.bureau} and g.id = ${assignment.gridId})`,
            type: "text",
          },
          start,
        ],
        descending,
      };
    case "MEMBER": {
      // A name out of sight would be told by its place between two that are seen.
      const sight = isMemberIdInSight(assignment.memberId, reading);
      return {
        terms: [
          {
            by: sql`coalesce((select m.name from members m where m.bureau_id = ${reading.bureau} and m.id = ${assignment.memberId} and ${sight}), '') collate "zh-x-icu"`,
            type: "text",
          },
          start,
        ],
        descending,
      };
    }
    default:
      return { terms: [start], descending };
  }
}

/** With an `at` argument those in force then, else all. */
export function inForceWhenAsked(assignment: AssignmentRow, reading: Reading): Fragment {
  const at = reading.arg("at", "timestamptz");
  return at ? inForce(assignment, at) : everything;
}
