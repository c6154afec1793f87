import { assignments } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import {
  column,
  connectionOf,
  type Fragment,
  From,
  hasTimeLeft,
  literal,
  Node,
  one,
  type Reading,
  type Ref,
  type RowOf,
  sql,
  sqlOf,
  viewerMay,
} from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { undoHours } from "#kernel/undo";
import { history, HistoryEntry } from "#modules/audit";
import { Duty, factsToday, Grid, isGridInSight, mayAssignMembers } from "#modules/grids";
import { Member } from "#modules/members";
import { AssignmentState } from "./assignment.enums.ts";

type AssignmentRow = RowOf<typeof assignments>;

const visibleTo = ({ gridId }: AssignmentRow, reading: Reading): Fragment => isGridInSight(gridId, reading);

const stationOf = ({ gridId }: AssignmentRow, reading: Reading): Fragment =>
  sql`(select now.station_id from ${factsToday(reading)} now where now.grid_id = ${gridId})`;

export const stateOf = ({ startsAt, endsAt }: AssignmentRow, reading: Reading): Fragment => sql`
  case when ${startsAt} = ${endsAt} then 'CANCELLED' when ${startsAt} > ${reading.now} then 'PLANNED' when ${endsAt} <= ${reading.now} then 'ENDED' else 'CURRENT' end`;

/** Made a short while ago, not taken back, and nothing has been done to it since. */
const isUndoable = ({ id, startsAt, endsAt, createdAt }: AssignmentRow, { now, bureau }: Reading) => sql`(
  ${createdAt} > ${now} - ${literal(`${undoHours} hours`)}::interval and (${endsAt} is null or ${endsAt} > ${now} and ${endsAt} > ${startsAt})
  and (select e.action from audit_entries e where e.bureau_id = ${bureau} and e.entity_id = ${id} order by e.sequence desc limit 1)
    in ('assignment.assign', 'assignment.reopen'))`;

const isStillToEnd = (assignment: AssignmentRow, { now }: Reading) => hasTimeLeft(assignment, now);

@ObjectType({
  implements: Node,
  description:
    "A member holds a duty at a grid over [startsAt, endsAt) 任职. Never overwritten: a change of holder ends one and starts another.",
})
@From(assignments, { visibleTo })
export class Assignment {
  @Field(() => ID) @column(assignments.id) id!: string;
  @Field(() => Grid) @one(assignments.gridId) grid!: Ref<Grid>;
  @Field(() => Member, { nullable: true, description: "Null for a member out of your sight." })
  @one(assignments.memberId)
  member?: Ref<Member>;
  @Field(() => Duty) @column(assignments.duty) duty!: Duty;
  @Field(() => DateTime) @column(assignments.startsAt) startsAt!: string;
  @Field(() => DateTime, { nullable: true, description: "The first moment it no longer holds; null for an open end." })
  @column(assignments.endsAt)
  endsAt?: string;
  @Field(() => AssignmentState) @sqlOf(assignments, stateOf) state!: AssignmentState;
  @Field(() => String, { nullable: true, description: "A post held beside it 兼任, as in the village committee." })
  @column(assignments.concurrentPost)
  concurrentPost?: string;
  @Field(() => String, { nullable: true }) @column(assignments.reason) reason?: string;
  @Field(() => String, { nullable: true }) @column(assignments.endReason) endReason?: string;
  @Field(() => Int) @column(assignments.version) version!: number;
  @Field(() => [HistoryEntry]) @history() history!: HistoryEntry[];
  @Field(() => [String])
  @viewerMay(assignments, stationOf, [
    { action: "END_ASSIGNMENT", policy: mayAssignMembers, when: isStillToEnd },
    { action: "REPLACE_HOLDER", policy: mayAssignMembers, when: isStillToEnd },
    { action: "UNDO_ASSIGNMENT", policy: mayAssignMembers, when: isUndoable },
  ])
  viewerMay!: string[];
}

export const AssignmentConnection = connectionOf("Assignment", () => Assignment);
