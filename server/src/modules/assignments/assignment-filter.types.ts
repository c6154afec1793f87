import { assignments } from "@maple-bridge/drizzle/tables";
import { Field, ID, InputType } from "type-graphql";
import {
  dayAt,
  equals,
  everything,
  type Fragment,
  inForce,
  ordersOf,
  type OrderTerm,
  type Reading,
  type RowOf,
  sql,
  where,
} from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { Duty, factsOnDay } from "#modules/grids";
import { isMemberIdInSight } from "#modules/members";
import { subtreeOf } from "#modules/organisation";
import { AssignmentState } from "./assignment.enums.ts";

type AssignmentRow = RowOf<typeof assignments>;

/** What `stateOf` tells, in comparisons that an index can serve. */
const hasState: Record<AssignmentState, (assignment: AssignmentRow, reading: Reading) => Fragment> = {
  CANCELLED: ({ startsAt, endsAt }) => sql`${startsAt} = ${endsAt}`,
  PLANNED: ({ startsAt, endsAt }, { now }) => sql`${startsAt} > ${now} and ${endsAt} is distinct from ${startsAt}`,
  CURRENT: (assignment, { now }) => inForce(assignment, now),
  ENDED: ({ startsAt, endsAt }, { now }) => sql`${startsAt} < ${endsAt} and ${endsAt} <= ${now}`,
};

const isTakenBack = ({ startsAt, endsAt }: AssignmentRow): Fragment => sql`${endsAt} is not distinct from ${startsAt}`;

@InputType({ description: "Every condition given must hold." })
export class AssignmentFilter {
  @Field(() => ID, { nullable: true }) @equals(assignments, "gridId") gridId?: string;
  @Field(() => [ID], { nullable: true, description: "At one of these grids." })
  @equals(assignments, "gridId")
  gridIds?: string[];
  @Field(() => ID, { nullable: true }) @equals(assignments, "memberId") memberId?: string;
  @Field(() => Duty, { nullable: true }) @equals(assignments, "duty") duty?: Duty;
  @Field(() => ID, {
    nullable: true,
    description: "At grids of stations and police rooms at or below this unit: then, with `at`, else today.",
  })
  @where(assignments, ({ gridId }, { value }, reading) => {
    const facts = factsOnDay(reading, dayAt(reading.arg("filter.at", "timestamptz") ?? reading.now));
    const branch = subtreeOf(value, reading);
    return sql`${gridId} in (select g.grid_id from ${facts} g where (g.station_id in (${branch}) or g.police_room_id in (${branch})))`;
  })
  unitId?: string;
  @Field(() => DateTime, { nullable: true, description: "In force at this moment." })
  @where(assignments, (assignment, { value }) => inForce(assignment, value))
  at?: Date;
  @Field(() => DateTime, { nullable: true, description: "In force at this moment or later." })
  @where(
    assignments,
    (assignment, { value }) =>
      sql`(${assignment.endsAt} is null or ${assignment.endsAt} > ${value}) and not (${isTakenBack(assignment)})`,
  )
  from?: Date;
  @Field(() => DateTime, { nullable: true, description: "In force before this moment." })
  @where(
    assignments,
    (assignment, { value }) => sql`${assignment.startsAt} < ${value} and not (${isTakenBack(assignment)})`,
  )
  to?: Date;
  @Field(() => DateTime, { nullable: true, description: "With an end that comes before this moment." })
  @where(assignments, ({ endsAt }, { value }) => sql`${endsAt} < ${value}`)
  endsBefore?: Date;
  @Field(() => AssignmentState, { nullable: true })
  @where(assignments, (assignment, { choice }, reading) => hasState[choice as AssignmentState](assignment, reading))
  state?: AssignmentState;
}

const byStart = ({ startsAt }: AssignmentRow): OrderTerm => ({ by: startsAt, type: "timestamptz" });

export const assignmentOrders = ordersOf(
  assignments,
  "AssignmentOrder",
  {
    STARTS_AT: (assignment) => [byStart(assignment)],
    GRID: (assignment, reading) => [
      {
        by: sql`(select g.code from grids g where g.bureau_id = ${reading.bureau} and g.id = ${assignment.gridId})`,
        type: "text",
      },
      byStart(assignment),
    ],
    // A name out of sight would be told by its place between two that are seen.
    MEMBER: (assignment, reading) => [
      {
        by: sql`coalesce((select m.name from members m where m.bureau_id = ${reading.bureau} and m.id = ${assignment.memberId} and ${isMemberIdInSight(assignment.memberId, reading)}), '') collate "zh-x-icu"`,
        type: "text",
      },
      byStart(assignment),
    ],
  },
  { description: "Orders of assignments: GRID by code, MEMBER by pinyin, those out of your sight first." },
);

/** With an `at` argument those in force then, else all. */
export function inForceWhenAsked(assignment: AssignmentRow, reading: Reading): Fragment {
  const at = reading.arg("at", "timestamptz");
  return at ? inForce(assignment, at) : everything;
}
