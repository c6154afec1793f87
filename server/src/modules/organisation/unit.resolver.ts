import { units } from "@maple-bridge/drizzle/tables";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "#kernel/context";
import { OrderDirection } from "#kernel/order-direction";
import { type OrderTerm, PageArgs, pages, readRow, rowWhere, type RowOf, sql } from "#kernel/read";
import { closeUnit } from "./close-unit.ts";
import { createStation } from "./create-station.ts";
import { createUnit } from "./create-unit.ts";
import { moveUnit } from "./move-unit.ts";
import { reopenUnit } from "./reopen-unit.ts";
import {
  CloseUnitInput,
  CreateStationInput,
  CreateUnitInput,
  MoveUnitInput,
  ReopenUnitInput,
  UnitOrder,
  UpdateUnitInput,
} from "./unit.inputs.ts";
import { matchesFilter, UnitFilter } from "./unit-filter.types.ts";
import { Unit, UnitConnection } from "./unit.types.ts";
import { updateUnit } from "./update-unit.ts";

type UnitFields = RowOf<typeof units>;

const orders: Record<keyof typeof UnitOrder, (unit: UnitFields) => OrderTerm[]> = {
  POSITION: (unit) => [
    { by: unit.level, type: "smallint" },
    { by: unit.position, type: "integer" },
  ],
  NAME: (unit) => [{ by: sql`${unit.name} collate "zh-x-icu"`, type: "text" }],
  CODE: (unit) => [{ by: sql`coalesce(${unit.code}, '')`, type: "text" }],
  KIND: (unit) => [
    { by: unit.level, type: "smallint" },
    { by: unit.kind, type: "text" },
  ],
};

@Resolver()
export class UnitResolver {
  @Query(() => UnitConnection, { description: "The units within your reach." })
  @pages(units, {
    where: matchesFilter,
    order: (unit, reading) => ({
      terms: orders[reading.choice("orderBy") as keyof typeof UnitOrder](unit),
      descending: reading.choice("direction") === "DESC",
    }),
  })
  units(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg("filter", () => UnitFilter, { nullable: true }) _filter: UnitFilter,
    @Arg("orderBy", () => UnitOrder, { defaultValue: "POSITION" }) _orderBy: string,
    @Arg("direction", () => OrderDirection, { defaultValue: "ASC" }) _direction: string,
  ): never {
    throw new Error("read by its source");
  }

  @Query(() => Unit, { nullable: true })
  @rowWhere(units, (unit, reading) => sql`${unit.id} = ${reading.arg("id", "uuid")!}`)
  unit(@Arg("id", () => ID) _id: string): never {
    throw new Error("read by its source");
  }

  @Mutation(() => Unit)
  async createUnit(
    @Arg("input", () => CreateUnitInput) input: CreateUnitInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await createUnit(ctx, input));
  }

  @Mutation(() => Unit, { description: "A station under the bureau, with the units of its template." })
  async createStation(
    @Arg("input", () => CreateStationInput) input: CreateStationInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await createStation(ctx, input));
  }

  @Mutation(() => Unit)
  async updateUnit(
    @Arg("input", () => UpdateUnitInput) input: UpdateUnitInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await updateUnit(ctx, input));
  }

  @Mutation(() => Unit, { description: "Puts a unit, with all below it, under another parent, last." })
  async moveUnit(
    @Arg("input", () => MoveUnitInput) input: MoveUnitInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await moveUnit(ctx, input));
  }

  @Mutation(() => Unit, { description: "Refused while units, grids or members of it reach past the day." })
  async closeUnit(
    @Arg("input", () => CloseUnitInput) input: CloseUnitInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await closeUnit(ctx, input));
  }

  @Mutation(() => Unit, { description: "Takes a closing back; its parent must be open." })
  async reopenUnit(
    @Arg("input", () => ReopenUnitInput) input: ReopenUnitInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await reopenUnit(ctx, input));
  }
}
