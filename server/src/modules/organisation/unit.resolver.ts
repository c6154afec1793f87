import { units } from "@maple-bridge/drizzle/tables";
import { Arg, ID, Query, Resolver } from "type-graphql";
import { mutation, mutations } from "#kernel/mutations";
import { listOf, lists, ordersOf, rowWhere, sql } from "#kernel/read";
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
  UpdateUnitInput,
} from "./unit.inputs.ts";
import { UnitFilter } from "./unit-filter.types.ts";
import { Unit, UnitConnection } from "./unit.types.ts";
import { updateUnit } from "./update-unit.ts";

const unitOrders = ordersOf(
  units,
  "UnitOrder",
  {
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
  },
  { values: { POSITION: "By level, then as siblings are placed.", NAME: "By pinyin." } },
);

export const UnitLists = lists({
  units: listOf({
    gives: UnitConnection,
    filter: UnitFilter,
    orders: unitOrders,
    description: "The units within your reach.",
  }),
});

@Resolver()
export class UnitResolver {
  @Query(() => Unit, { nullable: true })
  @rowWhere(units, (unit, reading) => sql`${unit.id} = ${reading.arg("id", "uuid")!}`)
  unit(@Arg("id", () => ID) _id: string): never {
    throw new Error("read by its source");
  }
}

export const UnitMutations = mutations({
  createUnit: mutation({ input: CreateUnitInput, gives: Unit, does: createUnit }),
  createStation: mutation({
    input: CreateStationInput,
    gives: Unit,
    does: createStation,
    description: "A station under the bureau, with the units of its template.",
  }),
  updateUnit: mutation({ input: UpdateUnitInput, gives: Unit, does: updateUnit }),
  moveUnit: mutation({
    input: MoveUnitInput,
    gives: Unit,
    does: moveUnit,
    description: "Puts a unit, with all below it, under another parent, last.",
  }),
  closeUnit: mutation({
    input: CloseUnitInput,
    gives: Unit,
    does: closeUnit,
    description: "Refused while units, grids or members of it reach past the day.",
  }),
  reopenUnit: mutation({
    input: ReopenUnitInput,
    gives: Unit,
    does: reopenUnit,
    description: "Takes a closing back; its parent must be open.",
  }),
});
