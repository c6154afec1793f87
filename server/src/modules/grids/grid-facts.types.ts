import { gridFacts } from "@maple-bridge/drizzle/tables";
import { Field, Int, ObjectType } from "type-graphql";
import { column, From, one, onlyBy, type Ref, sql, sqlOf } from "#kernel/read";
import { LocalDate } from "#kernel/scalars";
import { Unit } from "#modules/organisation";
import { Complexity, GridKind } from "./grid.enums.ts";

@ObjectType({ description: "What a grid is over [startsOn, endsOn); of one grid, one holds on each day." })
@From(gridFacts, { visibleTo: onlyBy("Grid.facts") })
export class GridFacts {
  @Field(() => LocalDate, { nullable: true, description: "Null where it always was so." })
  @sqlOf(gridFacts, (facts) => sql`nullif(${facts.startsOn}, '-infinity')`)
  startsOn?: string;
  @Field(() => LocalDate, { nullable: true, description: "The first day it is no longer so; null for an open end." })
  @column(gridFacts.endsOn)
  endsOn?: string;
  @Field(() => String, { nullable: true, description: "Why it became so." }) @column(gridFacts.reason) reason?: string;
  @Field(() => String) @column(gridFacts.name) name!: string;
  @Field(() => GridKind) @column(gridFacts.kind) kind!: GridKind;
  @Field(() => Complexity) @column(gridFacts.complexity) complexity!: Complexity;
  @Field(() => Int) @column(gridFacts.level) level!: number;
  @Field(() => Unit, { nullable: true, description: "Null when the station is out of your reach." })
  @one(gridFacts.stationId)
  station?: Ref<Unit>;
  @Field(() => Unit, { nullable: true, description: "Null too when it is out of your reach." })
  @one(gridFacts.policeRoomId)
  policeRoom?: Ref<Unit>;
}
