import { gridFacts } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import {
  type Action,
  column,
  connectionOf,
  From,
  many,
  Node,
  one,
  type Ref,
  sql,
  sqlOf,
  viewerMay,
} from "#kernel/read";
import { LocalDate } from "#kernel/scalars";
import { history, HistoryEntry } from "#modules/audit";
import { Division, Unit } from "#modules/organisation";
import { Complexity, GridKind } from "./grid.enums.ts";
import { GridFacts } from "./grid-facts.types.ts";
import { mayAssignMembers, mayCloseGrid, mayMoveGrid, mayReopenGrid, mayUpdateGrid } from "./grid.policy.ts";
import { gridRows, isInSight, isOpen } from "./grid.rows.ts";

const actions: Action<typeof gridRows>[] = [
  mayUpdateGrid,
  mayMoveGrid,
  { ...mayCloseGrid, policy: mayCloseGrid, when: ({ closedOn }) => sql`${closedOn} is null` },
  { ...mayReopenGrid, policy: mayReopenGrid, when: ({ closedOn }) => sql`${closedOn} is not null` },
  mayAssignMembers,
];

@ObjectType({
  implements: Node,
  description:
    "The smallest area someone answers for 网格. Belongs to one station; a grid for a special purpose (enterprise, commercial, scenic) may lie in no division. Name, kind, complexity, level, station and police room are those of the moment asked about: the `at` of a field above, else now.",
})
@From(gridRows, { visibleTo: isInSight })
export class Grid {
  @Field(() => ID) @column(gridRows.id) id!: string;
  @Field(() => String, { description: "6 to 30 letters, digits and hyphens, unique in the bureau." })
  @column(gridRows.code)
  code!: string;
  @Field(() => String, { description: "Which scheme the code follows, as in STATISTICAL_12, MPS_20 or LOCAL." })
  @column(gridRows.codeScheme)
  codeScheme!: string;
  @Field(() => String) @column(gridRows.name) name!: string;
  @Field(() => GridKind) @column(gridRows.kind) kind!: GridKind;
  @Field(() => Complexity) @column(gridRows.complexity) complexity!: Complexity;
  @Field(() => Int, {
    description: "3 for a grid 网格; 2 for a complex village or community run as a police room 警务室.",
  })
  @column(gridRows.level)
  level!: number;
  @Field(() => Unit, {
    nullable: true,
    description: "The station 派出所 it belongs to; null where that is out of your reach, as an earlier one may be.",
  })
  @one(gridRows.stationId)
  station?: Ref<Unit>;
  @Field(() => Unit, { nullable: true, description: "The police room 警务室 of that station, where it has one." })
  @one(gridRows.policeRoomId)
  policeRoom?: Ref<Unit>;
  @Field(() => Division, { nullable: true }) @one(gridRows.divisionId) division?: Ref<Division>;
  @Field(() => Int, { nullable: true, description: "Households 户数, a total of `countedYear`." })
  @column(gridRows.households)
  households?: number;
  @Field(() => Int, { nullable: true, description: "Population 人口, a total of `countedYear`." })
  @column(gridRows.population)
  population?: number;
  @Field(() => Int, { nullable: true }) @column(gridRows.countedYear) countedYear?: number;
  @Field(() => LocalDate, { description: "The first day it is open." }) @column(gridRows.openedOn) openedOn!: string;
  @Field(() => LocalDate, { nullable: true, description: "The first day it is no longer open; may lie ahead." })
  @column(gridRows.closedOn)
  closedOn?: string;
  @Field(() => Boolean, { description: "Whether it is open on the day asked about." })
  @sqlOf(gridRows, (grid, reading) => isOpen(grid, reading.at))
  isOpen!: boolean;
  @Field(() => [GridFacts], { description: "What it was, is and is planned to be, the latest first." })
  @many(gridFacts, { about: 3, inAll: 10_000, child: gridFacts.gridId, order: (facts) => sql`${facts.startsOn} desc` })
  facts!: GridFacts[];
  @Field(() => Int) @column(gridRows.version) version!: number;
  @Field(() => [HistoryEntry]) @history() history!: HistoryEntry[];
  @Field(() => [String]) @viewerMay(gridRows, (grid) => grid.stationTodayId, actions) viewerMay!: string[];
}

export const GridConnection = connectionOf("Grid", () => Grid);
