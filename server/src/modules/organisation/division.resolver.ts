import { divisions } from "@maple-bridge/drizzle/tables";
import { Arg, Query, Resolver } from "type-graphql";
import { mutation, mutations } from "#kernel/mutations";
import { listOf, lists, rowWhere, sql } from "#kernel/read";
import { closeDivision } from "./close-division.ts";
import { createDivision } from "./create-division.ts";
import {
  CloseDivisionInput,
  CreateDivisionInput,
  ImportDivisionsInput,
  ReopenDivisionInput,
  UpdateDivisionInput,
} from "./division.inputs.ts";
import { DivisionFilter, divisionOrders } from "./division-filter.types.ts";
import { Division, DivisionConnection } from "./division.types.ts";
import { importDivisions } from "./import-divisions.ts";
import { reopenDivision } from "./reopen-division.ts";
import { updateDivision } from "./update-division.ts";

export const DivisionLists = lists({
  divisions: listOf({ gives: DivisionConnection, filter: DivisionFilter, orders: divisionOrders }),
});

@Resolver()
export class DivisionResolver {
  @Query(() => Division, { nullable: true })
  @rowWhere(divisions, (division, reading) => sql`${division.code} = ${reading.arg("code", "text")!}`)
  division(@Arg("code", () => String) _code: string): never {
    throw new Error("read by its source");
  }
}

export const DivisionMutations = mutations({
  createDivision: mutation({ input: CreateDivisionInput, gives: Division, does: createDivision }),
  importDivisions: mutation({
    input: ImportDivisionsInput,
    gives: [Division],
    does: importDivisions,
    description: "All of the rows or none; errors name the row. Gives the divisions in the rows' order.",
  }),
  updateDivision: mutation({ input: UpdateDivisionInput, gives: Division, does: updateDivision }),
  closeDivision: mutation({
    input: CloseDivisionInput,
    gives: Division,
    does: closeDivision,
    description: "Refused while divisions below it or grids of it reach past the day.",
  }),
  reopenDivision: mutation({
    input: ReopenDivisionInput,
    gives: Division,
    does: reopenDivision,
    description: "Takes a closing back; the division above it must be open.",
  }),
});
