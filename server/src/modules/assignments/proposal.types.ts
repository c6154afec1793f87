import { Field, ID, Int, ObjectType } from "type-graphql";
import { column, From, one, onlyBy, type Ref } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { Duty, Grid } from "#modules/grids";
import { Member } from "#modules/members";
import { ProposalObstacle, ProposalReason } from "./proposal.enums.ts";
import { proposals } from "./proposal.rows.ts";

@ObjectType({
  description:
    "Who could take a vacant seat 建议: one member of the grid's station, with the reasons, or why there is nobody. The same ground gives the same proposals; each counts those before it as accepted.",
})
@From(proposals, { visibleTo: onlyBy("Query.proposals") })
export class Proposal {
  @Field(() => ID, { description: "Of the seat, as long as it stands vacant." }) @column(proposals.id) id!: string;
  @Field(() => Grid) @one(proposals.gridId) grid!: Ref<Grid>;
  @Field(() => Duty) @column(proposals.duty) duty!: Duty;
  @Field(() => Int, { description: "From 1, within the grid and duty." }) @column(proposals.ordinal) ordinal!: number;
  @Field(() => DateTime) @column(proposals.vacantSince) vacantSince!: string;
  @Field(() => Int, { description: "Whole days since `vacantSince`." })
  @column(proposals.daysVacant)
  daysVacant!: number;
  @Field(() => DateTime, {
    nullable: true,
    description:
      "When somebody is to begin on the seat anyway, or the grid closes: whoever takes it holds it until then.",
  })
  @column(proposals.until)
  until?: string;
  @Field(() => Member, { nullable: true }) @one(proposals.memberId) member?: Ref<Member>;
  @Field(() => [ProposalReason]) @column(proposals.reasons) reasons!: ProposalReason[];
  @Field(() => ProposalObstacle, { nullable: true, description: "Null where a member is proposed." })
  @column(proposals.obstacle)
  obstacle?: ProposalObstacle;
  @Field(() => Int, {
    nullable: true,
    description: "Seats that the member holds, those proposed before this one among them.",
  })
  @column(proposals.seatsBefore)
  seatsBefore?: number;
  @Field(() => Int, { nullable: true }) @column(proposals.seatsAfter) seatsAfter?: number;
  @Field(() => Int, {
    nullable: true,
    description:
      "Seats that each would hold if those of the members who may hold the duty, and the vacant ones, were shared out evenly, rounded up. Null where there is nobody.",
  })
  @column(proposals.fairShare)
  fairShare?: number;
  @Field(() => Int, { description: "Members of the station of a kind that may hold the duty." })
  @column(proposals.ofKind)
  ofKind!: number;
  @Field(() => Int, { description: "Of them, those who are away and do not hold the seat." })
  @column(proposals.away)
  away!: number;
}
