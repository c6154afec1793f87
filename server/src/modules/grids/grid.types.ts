import { grids } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { column, connectionOf, From, inReach, Node, one, type Ref, sqlOf, viewerMay } from "#kernel/read";
import { LocalDate } from "#kernel/scalars";
import { history, HistoryEntry } from "#modules/audit";
import { Division, Unit } from "#modules/organisation";
import { Complexity, GridKind } from "./grid.enums.ts";
import { mayAssignMembers, mayCloseGrid, mayMoveGrid, mayReopenGrid, mayUpdateGrid } from "./grid.policy.ts";
import { isOpen } from "./posts.rows.ts";

const policies = [mayUpdateGrid, mayMoveGrid, mayCloseGrid, mayReopenGrid, mayAssignMembers];

@ObjectType({
  implements: Node,
  description:
    "The smallest area someone answers for 网格. Belongs to one station; a grid for a special purpose (enterprise, commercial, scenic) may lie in no division.",
})
@From(grids, { visibleTo: (grid, reading) => inReach(reading, grid.stationId) })
export class Grid {
  @Field(() => ID) @column(grids.id) id!: string;
  @Field(() => String, { description: "6 to 30 letters, digits and hyphens, unique in the bureau." })
  @column(grids.code)
  code!: string;
  @Field(() => String, { description: "Which scheme the code follows, as in STATISTICAL_12, MPS_20 or LOCAL." })
  @column(grids.codeScheme)
  codeScheme!: string;
  @Field(() => String) @column(grids.name) name!: string;
  @Field(() => GridKind) @column(grids.kind) kind!: GridKind;
  @Field(() => Complexity) @column(grids.complexity) complexity!: Complexity;
  @Field(() => Int, {
    description: "3 for a grid 网格; 2 for a complex village or community run as a police room 警务室.",
  })
  @column(grids.level)
  level!: number;
  @Field(() => Unit, { description: "The station 派出所 it belongs to." }) @one(grids.stationId) station!: Ref<Unit>;
  @Field(() => Unit, { nullable: true, description: "The police room 警务室 of that station, where it has one." })
  @one(grids.policeRoomId)
  policeRoom?: Ref<Unit>;
  @Field(() => Division, { nullable: true }) @one(grids.divisionId) division?: Ref<Division>;
  @Field(() => Int, { nullable: true, description: "Households 户数, a total of `countedYear`." })
  @column(grids.households)
  households?: number;
  @Field(() => Int, { nullable: true, description: "Population 人口, a total of `countedYear`." })
  @column(grids.population)
  population?: number;
  @Field(() => Int, { nullable: true }) @column(grids.countedYear) countedYear?: number;
  @Field(() => LocalDate, { description: "The first day it is open." }) @column(grids.openedOn) openedOn!: string;
  @Field(() => LocalDate, { nullable: true, description: "The first day it is no longer open; may lie ahead." })
  @column(grids.closedOn)
  closedOn?: string;
  @Field(() => Boolean, { description: "Whether it is open today." })
  @sqlOf(grids, (grid, reading) => isOpen(grid, reading.now))
  isOpen!: boolean;
  @Field(() => Int) @column(grids.version) version!: number;
  @Field(() => [HistoryEntry]) @history() history!: HistoryEntry[];
  @Field(() => [String]) @viewerMay(grids, (grid) => grid.stationId, policies) viewerMay!: string[];
}

export const GridConnection = connectionOf("Grid", () => Grid);
