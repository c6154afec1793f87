import { divisions } from "@maple-bridge/drizzle/tables";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "#kernel/context";
import { list, listArgs, type PageArgs, readRow, readRows, rowWhere, sql } from "#kernel/read";
import { closeDivision } from "./close-division.ts";
import { createDivision } from "./create-division.ts";
import {
  CloseDivisionInput,
  CreateDivisionInput,
  ImportDivisionsInput,
  ReopenDivisionInput,
  UpdateDivisionInput,
} from "./division.inputs.ts";
import { DivisionFilter, DivisionOrder, divisionOrders } from "./division-filter.types.ts";
import { Division, DivisionConnection } from "./division.types.ts";
import { importDivisions } from "./import-divisions.ts";
import { reopenDivision } from "./reopen-division.ts";
import { updateDivision } from "./update-division.ts";

const DivisionArgs = listArgs(DivisionFilter, DivisionOrder, DivisionOrder.CODE);

@Resolver()
export class DivisionResolver {
  @Query(() => DivisionConnection)
  @list(divisions, { order: divisionOrders })
  divisions(@Args(() => DivisionArgs) _args: PageArgs): never {
    throw new Error("read by its source");
  }

  @Query(() => Division, { nullable: true })
  @rowWhere(divisions, (division, reading) => sql`${division.code} = ${reading.arg("code", "text")!}`)
  division(@Arg("code", () => String) _code: string): never {
    throw new Error("read by its source");
  }

  @Mutation(() => Division)
  async createDivision(
    @Arg("input", () => CreateDivisionInput) input: CreateDivisionInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await createDivision(ctx, input));
  }

  @Mutation(() => [Division], {
    description: "All of the rows or none; errors name the row. Gives the divisions in the rows' order.",
  })
  async importDivisions(
    @Arg("input", () => ImportDivisionsInput) input: ImportDivisionsInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRows(ctx, info, (await importDivisions(ctx, input)).ids);
  }

  @Mutation(() => Division)
  async updateDivision(
    @Arg("input", () => UpdateDivisionInput) input: UpdateDivisionInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await updateDivision(ctx, input));
  }

  @Mutation(() => Division, { description: "Refused while divisions below it or grids of it reach past the day." })
  async closeDivision(
    @Arg("input", () => CloseDivisionInput) input: CloseDivisionInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await closeDivision(ctx, input));
  }

  @Mutation(() => Division, { description: "Takes a closing back; the division above it must be open." })
  async reopenDivision(
    @Arg("input", () => ReopenDivisionInput) input: ReopenDivisionInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readRow(ctx, info, await reopenDivision(ctx, input));
  }
}
