import { units } from "@maple-bridge/drizzle/tables";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "#kernel/context";
import { list, listArgs, ordersOf, type PageArgs, readRow, rowWhere, sql } from "#kernel/read";
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
import { UnitFilter } from "./unit-filter.types.ts";
import { Unit, UnitConnection } from "./unit.types.ts";
import { updateUnit } from "./update-unit.ts";

const unitOrders = ordersOf(units, UnitOrder, {
  POSITION: ({ level, position }) => [
    { by: level, type: "smallint" },
    { by: position, type: "int" },
  ],
  NAME: ({ name }) => [{ by: sql`${name} collate "zh-x-icu"`, type: "text" }],
  CODE: ({ code }) => [{ by: sql`coalesce(${code}, '')`, type: "text" }],
  KIND: ({ level, kind }) => [
    { by: level, type: "smallint" },
    { by: kind, type: "text" },
  ],
});

const UnitArgs = listArgs(UnitFilter, UnitOrder, UnitOrder.POSITION);

@Resolver()
export class UnitResolver {
  @Query(() => UnitConnection, { description: "The units within your reach." })
  @list(units, { order: unitOrders })
  units(@Args(() => UnitArgs) _args: PageArgs): never {
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
