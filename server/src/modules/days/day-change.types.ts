import { Field, ID, Int, ObjectType } from "type-graphql";
import { column, connectionOf, From, inReach, one, type Ref, sql, sqlOf } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { Duty, Grid } from "#modules/grids";
import { Member } from "#modules/members";
import { Unit } from "#modules/organisation";
import { DayChangeCause, DayChangeKind } from "./day-change.enums.ts";
import { dayChanges, dayComparison } from "./day-change.rows.ts";

@ObjectType({
  description:
    "A seat that stands otherwise on the later of two days 变动: who came or left, or a gap that opened or closed. Counted of the station whose the grid was; a grid that went over to another one is left by its seats there, and comes with them here.",
})
@From(dayChanges, { visibleTo: ({ stationId }, reading) => inReach(reading, stationId) })
export class DayChange {
  @Field(() => ID, { description: "Of the two moments asked about, the same whenever they are." })
  @column(dayChanges.id)
  id!: string;
  @Field(() => DayChangeKind) @column(dayChanges.kind) kind!: DayChangeKind;
  @Field(() => Unit, { description: "The station 派出所 whose the grid was." })
  @one(dayChanges.stationId)
  station!: Ref<Unit>;
  @Field(() => Grid, { nullable: true, description: "As it is on the later day; null when out of your sight today." })
  @one(dayChanges.gridId)
  grid?: Ref<Grid>;
  @Field(() => Duty) @column(dayChanges.duty) duty!: Duty;
  @Field(() => Member, { nullable: true, description: "Who came or left; null of a gap, and when out of your sight." })
  @one(dayChanges.memberId)
  member?: Ref<Member>;
  @Field(() => DateTime, {
    nullable: true,
    description: "When the member began on the seat, or ended; null of a gap, and of who holds it still.",
  })
  @column(dayChanges.changedAt)
  changedAt?: string;
  @Field(() => DayChangeCause, { nullable: true, description: "Null where nothing but who holds the seat changed." })
  @column(dayChanges.cause)
  cause?: DayChangeCause;
}

export const DayChangeConnection = connectionOf("DayChange", () => DayChange);

@ObjectType({
  description:
    "The seats of a station on two days, and what changed between them 月报. Vacant seats are those before, and the gaps that opened, without those that closed; each count of changes is one of the rows of `dayChanges`.",
})
@From(dayComparison, { visibleTo: ({ stationId }, reading) => inReach(reading, stationId) })
export class DayComparison {
  @Field(() => Unit) @one(dayComparison.stationId) station!: Ref<Unit>;
  @Field(() => Int) @column(dayComparison.gridsBefore) gridsBefore!: number;
  @Field(() => Int) @column(dayComparison.requiredBefore) requiredBefore!: number;
  @Field(() => Int) @column(dayComparison.filledBefore) filledBefore!: number;
  @Field(() => Int)
  @sqlOf(dayComparison, ({ requiredBefore, filledBefore }) => sql`${requiredBefore} - ${filledBefore}`)
  vacantBefore!: number;
  @Field(() => Int, { description: "Members who came, by seats." }) @column(dayComparison.came) came!: number;
  @Field(() => Int, { description: "Members who left, by seats." }) @column(dayComparison.left) left!: number;
  @Field(() => Int) @column(dayComparison.gapsOpened) gapsOpened!: number;
  @Field(() => Int) @column(dayComparison.gapsClosed) gapsClosed!: number;
  @Field(() => Int) @column(dayComparison.gridsAfter) gridsAfter!: number;
  @Field(() => Int) @column(dayComparison.requiredAfter) requiredAfter!: number;
  @Field(() => Int) @column(dayComparison.filledAfter) filledAfter!: number;
  @Field(() => Int)
  @sqlOf(dayComparison, ({ requiredAfter, filledAfter }) => sql`${requiredAfter} - ${filledAfter}`)
  vacantAfter!: number;
}
