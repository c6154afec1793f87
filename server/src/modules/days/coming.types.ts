import { Field, ID, Int, InputType, ObjectType } from "type-graphql";
import { column, connectionOf, equals, From, one, onlyBy, ordersOf, type Ref, sql, where } from "#kernel/read";
import { DateTime, LocalDate } from "#kernel/scalars";
import { Duty, Grid } from "#modules/grids";
import { Member } from "#modules/members";
import { Unit } from "#modules/organisation";
import { ComingKind } from "./coming.enums.ts";
import { comingChanges, comingDays, isComingInSight, isComingOf } from "./coming.rows.ts";

@ObjectType({
  description:
    "Something that is settled and has not happened yet 即将发生: an assignment or an absence begins or ends, or a grid opens or closes.",
})
@From(comingChanges, { visibleTo: isComingInSight })
export class ComingChange {
  @Field(() => ID) @column(comingChanges.id) id!: string;
  @Field(() => ComingKind) @column(comingChanges.kind) kind!: ComingKind;
  @Field(() => DateTime, { description: "For an end, the first moment after it." })
  @column(comingChanges.happensAt)
  happensAt!: string;
  @Field(() => Unit, {
    nullable: true,
    description: "Today's station of the grid, or today's unit of who is away; null when out of your reach.",
  })
  @one(comingChanges.unitId)
  unit?: Ref<Unit>;
  @Field(() => Grid, { nullable: true, description: "Null of an absence." })
  @one(comingChanges.gridId)
  grid?: Ref<Grid>;
  @Field(() => Duty, { nullable: true, description: "Of an assignment." })
  @column(comingChanges.duty)
  duty?: Duty;
  @Field(() => Member, {
    nullable: true,
    description: "Who begins, ends or is away; null of a grid that opens or closes, and when out of your sight.",
  })
  @one(comingChanges.memberId)
  member?: Ref<Member>;
}

export const ComingChangeConnection = connectionOf("ComingChange", () => ComingChange);

@ObjectType({
  description: "How much of a kind is to happen on a day; each is one of the rows of `comingChanges`.",
})
@From(comingDays, { visibleTo: onlyBy("Query.comingDays") })
export class ComingDay {
  @Field(() => LocalDate) @column(comingDays.day) day!: string;
  @Field(() => ComingKind) @column(comingDays.kind) kind!: ComingKind;
  @Field(() => Int) @column(comingDays.count) count!: number;
}

@InputType({ description: "Every condition given must hold." })
export class ComingChangeFilter {
  @Field(() => [ComingKind], { nullable: true, description: "Of one of these kinds." })
  @equals(comingChanges, "kind")
  kinds?: ComingKind[];
  @Field(() => DateTime, { nullable: true, description: "At this moment or later." })
  @where(comingChanges, ({ happensAt }, { value }) => sql`${happensAt} >= ${value}`)
  from?: Date;
  @Field(() => DateTime, { nullable: true, description: "Before this moment." })
  @where(comingChanges, ({ happensAt }, { value }) => sql`${happensAt} < ${value}`)
  before?: Date;
  @Field(() => ID, {
    nullable: true,
    description: "At grids of stations and police rooms at or below this unit, or of members there.",
  })
  @where(comingChanges, (row, { value }, reading) => isComingOf(row, sql`${value}`, reading))
  unitId?: string;
  @Field(() => Duty, { nullable: true }) @equals(comingChanges, "duty") duty?: Duty;
}

export const comingChangeOrders = ordersOf(
  comingChanges,
  "ComingChangeOrder",
  {
    HAPPENS_AT: ({ happensAt, place, id }) => [
      { by: happensAt, type: "timestamptz" },
      { by: place, type: "int" },
      { by: id, type: "uuid" },
    ],
    KIND: ({ happensAt, place, id }) => [
      { by: place, type: "int" },
      { by: happensAt, type: "timestamptz" },
      { by: id, type: "uuid" },
    ],
  },
  { description: "Orders of what is to come: the first to happen first, or kind by kind." },
);
