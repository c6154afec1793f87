import { Field, ID, Int, ObjectType } from "type-graphql";
import { column, From, one, onlyBy, type Ref, sql, viewerMay } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { Duty, Grid, mayAssignMembers } from "#modules/grids";
import { Absence, Member } from "#modules/members";
import { Assignment } from "./assignment.types.ts";
import { seats } from "./seat.rows.ts";

@ObjectType({
  description:
    "A place for one holder of a duty at a grid 岗位 at a moment: as many as the standard asks for, or as there are holders. The first to come has the first.",
})
@From(seats, { visibleTo: onlyBy("Grid.seats", "Query.responsibleFor") })
export class Seat {
  @Field(() => Grid) @one(seats.gridId) grid!: Ref<Grid>;
  @Field(() => Duty) @column(seats.duty) duty!: Duty;
  @Field(() => Int, { description: "From 1, within the grid and duty." }) @column(seats.ordinal) ordinal!: number;
  @Field(() => Boolean, {
    description: "Whether the standard asks for it; if not, it is there because somebody holds it.",
  })
  @column(seats.isRequired)
  isRequired!: boolean;
  @Field(() => Boolean) @column(seats.isFilled) isFilled!: boolean;
  @Field(() => Assignment, { nullable: true }) @one(seats.assignmentId) assignment?: Ref<Assignment>;
  @Field(() => Member, { nullable: true, description: "Null for a vacant seat, and for a holder out of your sight." })
  @one(seats.holderId)
  holder?: Ref<Member>;
  @Field(() => Member, {
    nullable: true,
    description:
      "Who answers for it at the moment 责任人: the holder, or while away the substitute (of the substitute …) who is there; null when nobody is.",
  })
  @one(seats.responsibleId)
  responsible?: Ref<Member>;
  @Field(() => Absence, { nullable: true, description: "The holder's absence at the moment." })
  @one(seats.absenceId)
  absence?: Ref<Absence>;
  @Field(() => [ID], { description: "Members from the holder's substitute to the last one the absences lead to." })
  @column(seats.substituteIds)
  substituteIds!: string[];
  @Field(() => DateTime, {
    nullable: true,
    description:
      "For a vacant seat: the latest of the grid's opening, the standard's asking for it, and its last holder's end.",
  })
  @column(seats.vacantSince)
  vacantSince?: string;
  @Field(() => Int, { nullable: true, description: "Whole days since `vacantSince`." })
  @column(seats.daysVacant)
  daysVacant?: number;
  @Field(() => [String], { description: "What you may do with it: somebody is assigned to a vacant one." })
  @viewerMay(seats, (seat) => seat.stationTodayId, [
    { action: "ASSIGN_MEMBERS", policy: mayAssignMembers, when: ({ isFilled }) => sql`not ${isFilled}` },
  ])
  viewerMay!: string[];
}
