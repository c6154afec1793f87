import { units } from "@maple-bridge/drizzle/tables";
import { Arg, Args, FieldResolver, Int, Query, Resolver } from "type-graphql";
import {
  asked,
  inReach,
  type OrderTerm,
  PageArgs,
  pages,
  type Reading,
  type RowOf,
  rowUnder,
  sql,
  sqlOf,
} from "#kernel/read";
import { leadsOn, staysInTree, UnitFilter } from "./unit-filter.types.ts";
import { Unit, UnitConnection } from "./unit.types.ts";

type UnitFields = RowOf<typeof units>;

/** As siblings stand, whatever unit they are below. */
const placeOrder = (unit: UnitFields): { terms: OrderTerm[] } => ({
  terms: [
    { by: unit.position, type: "int" },
    { by: sql`${unit.name} collate "zh-x-icu"`, type: "text" },
  ],
});

const isAtTop = (unit: UnitFields, reading: Reading) =>
  sql`(${unit.parentId} is null or not ${inReach(reading, unit.parentId)})`;

const countBelow = ({ id }: UnitFields, reading: Reading) => sql`(
  select count(*)::int from units below where below.bureau_id = ${reading.bureau} and below.parent_id = ${id} and ${inReach(reading, sql`below.id`)}
    and ${asked(rowUnder(units, "below"), reading)})`;

/** The tree a branch at a time, cut back to the units that a filter wants and what stands above them. */
@Resolver(() => Unit)
export class BranchesBelow {
  @FieldResolver(() => UnitConnection, {
    description: "The units right below that match, or have below them what does, in their place.",
  })
  @pages(units, { child: units.parentId, where: staysInTree, order: placeOrder, hearsFilter: true })
  branches(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg("filter", () => UnitFilter, { nullable: true }) _filter: UnitFilter,
  ): never {
    throw new Error("read by its source");
  }

  @FieldResolver(() => Boolean, { description: "Whether it has such `branches`." })
  @sqlOf(units, leadsOn)
  hasBranches(@Arg("filter", () => UnitFilter, { nullable: true }) _filter: UnitFilter): never {
    throw new Error("read by its source");
  }

  @FieldResolver(() => Boolean, { description: "Whether it matches by itself." })
  @sqlOf(units, (unit, reading) => sql`coalesce(${asked(unit, reading)}, false)`)
  isMatch(@Arg("filter", () => UnitFilter, { nullable: true }) _filter: UnitFilter): never {
    throw new Error("read by its source");
  }

  @FieldResolver(() => Int, { description: "How many units right below it match." })
  @sqlOf(units, countBelow)
  unitCount(@Arg("filter", () => UnitFilter, { nullable: true }) _filter: UnitFilter): never {
    throw new Error("read by its source");
  }
}

@Resolver()
export class TopBranches {
  @Query(() => UnitConnection, {
    description: "The units at the top of what you may see that match, or have below them what does.",
  })
  @pages(units, {
    where: (unit, reading) => sql`${isAtTop(unit, reading)} and ${staysInTree(unit, reading)}`,
    order: placeOrder,
    hearsFilter: true,
  })
  branches(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg("filter", () => UnitFilter, { nullable: true }) _filter: UnitFilter,
  ): never {
    throw new Error("read by its source");
  }
}
