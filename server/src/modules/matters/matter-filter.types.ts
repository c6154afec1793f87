import { matters } from "@maple-bridge/drizzle/tables";
import { Field, ID, InputType } from "type-graphql";
import { equals, finds, laterConditions, ordersOf, sql, where } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { subtreeOf } from "#modules/organisation";
import { Urgency } from "#modules/work";
import { MatterKind, MatterSource, MatterState, MediationMethod } from "./matter.enums.ts";
import { stateOf } from "./matter.rows.ts";

/** What later modules say of matters. */
export const matterConditions = laterConditions(matters);

@InputType({
  description:
    "Every condition given must hold. Whoever registers one asks for the OPEN ones of the grid, kind and category first: it may be known already.",
})
export class MatterFilter {
  @Field(() => String, { nullable: true, description: "A part of the number or the title." })
  @where(matters, ({ number, title }, { value }) => finds(value, { texts: [number, title] }))
  search?: string;
  @Field(() => [MatterKind], { nullable: true }) @equals(matters, "kind") kind?: MatterKind[];
  @Field(() => ID, { nullable: true, description: "Of this category in any of its revisions." })
  @where(
    matters,
    ({ categoryId }, { value }, reading) => sql`${categoryId} in (
      select alike.id from matter_categories asked join matter_categories alike on alike.bureau_id = asked.bureau_id and alike.kind = asked.kind and alike.code = asked.code
      where asked.bureau_id = ${reading.bureau} and asked.id = ${value})`,
  )
  categoryId?: string;
  @Field(() => [String], { nullable: true, description: "Of categories of these codes, in any of their revisions." })
  @where(
    matters,
    ({ categoryId }, { value }, reading) => sql`${categoryId} in (
      select coded.id from matter_categories coded where coded.bureau_id = ${reading.bureau} and coded.code = any(${value}))`,
  )
  categoryCodes?: string[];
  @Field(() => [MediationMethod], { nullable: true, description: "Settled by one of these methods." })
  @equals(matters, "method")
  method?: MediationMethod[];
  @Field(() => [MatterSource], { nullable: true }) @equals(matters, "source") source?: MatterSource[];
  @Field(() => [Urgency], { nullable: true }) @equals(matters, "urgency") urgency?: Urgency[];
  @Field(() => [MatterState], { nullable: true, description: "Without MERGED each matter is counted once." })
  @where(matters, (matter, { value }) => sql`${stateOf(matter)} = any(${value})`)
  state?: MatterState[];
  @Field(() => ID, { nullable: true }) @equals(matters, "gridId") gridId?: string;
  @Field(() => ID, { nullable: true, description: "Of this unit and of those below it, by its station." })
  @where(matters, ({ stationId }, { value }, reading) => sql`${stationId} in (${subtreeOf(value, reading)})`)
  unitId?: string;
  @Field(() => DateTime, { nullable: true })
  @where(matters, ({ registeredAt }, { value }) => sql`${registeredAt} >= ${value}`)
  registeredFrom?: Date;
  @Field(() => DateTime, { nullable: true })
  @where(matters, ({ registeredAt }, { value }) => sql`${registeredAt} < ${value}`)
  registeredBefore?: Date;
  @Field(() => DateTime, { nullable: true })
  @where(matters, ({ happenedAt }, { value }) => sql`${happenedAt} >= ${value}`)
  happenedFrom?: Date;
  @Field(() => DateTime, { nullable: true })
  @where(matters, ({ happenedAt }, { value }) => sql`${happenedAt} < ${value}`)
  happenedBefore?: Date;
  @Field(() => DateTime, { nullable: true, description: "Settled, left unsettled or merged then or later." })
  @where(matters, ({ endedAt }, { value }) => sql`${endedAt} >= ${value}`)
  endedFrom?: Date;
  @Field(() => DateTime, { nullable: true })
  @where(matters, ({ endedAt }, { value }) => sql`${endedAt} < ${value}`)
  endedBefore?: Date;
  @Field(() => ID, {
    nullable: true,
    description:
      "Opened by this `RunAnswer`, in whichever round: what its count has found, or the hazard of what failed.",
  })
  @matterConditions.by("foundBy")
  foundBy?: string;
}

export const matterOrders = ordersOf(
  matters,
  "MatterOrder",
  {
    NEWEST: ({ registeredAt }) => [{ by: registeredAt, type: "timestamptz" }],
    HAPPENED: ({ happenedAt }) => [{ by: happenedAt, type: "timestamptz" }],
    NUMBER: ({ number }) => [{ by: number, type: "text" }],
    STATE: (matter) => [
      { by: stateOf(matter), type: "text" },
      { by: matter.number, type: "text" },
    ],
  },
  { values: { NEWEST: "By when it was registered.", HAPPENED: "By when it happened." } },
);
