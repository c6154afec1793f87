import { Field, ID, InputType } from "type-graphql";
import { equals, everything, ordersOf, where } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { Duty } from "#modules/grids";
import { DayChangeKind } from "./day-change.enums.ts";
import { dayChanges } from "./day-change.rows.ts";

@InputType()
export class DayChangeFilter {
  @Field(() => DateTime, {
    nullable: true,
    description: "The earlier moment; 30 days before the later one when absent.",
  })
  // The rows themselves are made by it.
  @where(dayChanges, () => everything)
  since?: Date;
  @Field(() => DayChangeKind, { nullable: true }) @equals(dayChanges, "kind") kind?: DayChangeKind;
  @Field(() => ID, { nullable: true, description: "Of this station." })
  @equals(dayChanges, "stationId")
  stationId?: string;
  @Field(() => Duty, { nullable: true }) @equals(dayChanges, "duty") duty?: Duty;
}

export const dayChangeOrders = ordersOf(
  dayChanges,
  "DayChangeOrder",
  {
    STATION: ({ stationPosition, stationId, kind, gridCode, position, id }) => [
      { by: stationPosition, type: "int" },
      { by: stationId, type: "uuid" },
      { by: kind, type: "text" },
      { by: gridCode, type: "text" },
      { by: position, type: "int" },
      { by: id, type: "uuid" },
    ],
    GRID: ({ gridCode, position, kind, id }) => [
      { by: gridCode, type: "text" },
      { by: position, type: "int" },
      { by: kind, type: "text" },
      { by: id, type: "uuid" },
    ],
  },
  { description: "Orders of what changed: STATION by station and kind, GRID by the grid's code and duty." },
);
