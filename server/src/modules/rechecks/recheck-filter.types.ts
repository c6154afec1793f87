import { rechecks } from "@maple-bridge/drizzle/tables";
import { Field, ID, InputType } from "type-graphql";
import { equals, finds, ordersOf, sql, where } from "#kernel/read";
import { LocalDate } from "#kernel/scalars";
import { subtreeOf } from "#modules/organisation";
import { RecheckOutcome } from "./recheck.enums.ts";
import { isChecked, lastResult } from "./recheck.rows.ts";

@InputType({ description: "Every condition given must hold." })
export class RecheckFilter {
  @Field(() => String, { nullable: true, description: "A part of the work's number or title." })
  @where(
    rechecks,
    ({ itemId }, { value }, reading) => sql`exists (
      select from work_items i where i.bureau_id = ${reading.bureau} and i.id = ${itemId} and ${finds(value, { texts: [sql`i.number`, sql`i.title`] })})`,
  )
  search?: string;
  @Field(() => ID, { nullable: true, description: "Of this unit and of those below it." })
  @where(rechecks, ({ stationId }, { value }, reading) => sql`${stationId} in (${subtreeOf(value, reading)})`)
  unitId?: string;
  @Field(() => ID, { nullable: true }) @equals(rechecks, "checkerId") checkerId?: string;
  @Field(() => ID, { nullable: true, description: "Of work that the member handed in." })
  @equals(rechecks, "doneById")
  doneById?: string;
  @Field(() => ID, { nullable: true, description: "Drawn by this draw." })
  @equals(rechecks, "drawId")
  drawId?: string;
  @Field(() => LocalDate, { nullable: true, description: "The month, by its first day." })
  @equals(rechecks, "month")
  month?: string;
  @Field(() => Boolean, { nullable: true, description: "Whether it is still to be done." })
  @where(rechecks, ({ id }, { value }, reading) => sql`(not ${isChecked(id, reading)}) = ${value}`)
  isOpen?: boolean;
  @Field(() => RecheckOutcome, { nullable: true })
  @where(rechecks, ({ id }, { value }, reading) => sql`${lastResult(id, "outcome", reading)} = ${value}`)
  outcome?: RecheckOutcome;
}

export const recheckOrders = ordersOf(rechecks, "RecheckOrder", {
  MONTH: ({ month, stationId, place }) => [
    { by: month, type: "date" },
    { by: stationId, type: "uuid" },
    { by: place, type: "smallint" },
  ],
  CLOSED: ({ closedOn }) => [{ by: closedOn, type: "date" }],
  OUTCOME: ({ id, closedOn }, reading) => [
    { by: sql`coalesce(${lastResult(id, "outcome", reading)}, '')`, type: "text" },
    { by: closedOn, type: "date" },
  ],
});
