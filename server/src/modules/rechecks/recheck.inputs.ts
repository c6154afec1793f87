import { Field, ID, InputType, Int } from "type-graphql";
import { CommandInput } from "#kernel/command-input";
import { LocalDate } from "#kernel/scalars";
import { RecheckOutcome } from "./recheck.enums.ts";

@InputType({ description: "How many pieces of closed work are drawn of a station in a month." })
export class SetRecheckQuotaInput extends CommandInput {
  @Field(() => ID, { nullable: true, description: "Of this station alone; of the bureau without." })
  stationId?: string | null;
  @Field(() => Int, { nullable: true, description: "0 to 50; of a station null for as the bureau has it." })
  perMonth?: number | null;
}

@InputType({ description: "抽查: draws of what a station has closed in a month that is over." })
export class DrawRechecksInput extends CommandInput {
  @Field(() => ID, { description: "The station." }) stationId!: string;
  @Field(() => LocalDate, { description: "The month, by its first day." }) month!: string;
  @Field(() => String, {
    nullable: true,
    description: "1 to 500 characters; asked for where the month was drawn from before.",
  })
  reason?: string | null;
}

@InputType({ description: "复查: what the re-check of closed work has found, by whoever was drawn for it." })
export class RecheckWorkInput extends CommandInput {
  @Field(() => ID, { description: "Of the work item." }) id!: string;
  @Field(() => RecheckOutcome) outcome!: RecheckOutcome;
  @Field(() => String, { description: "What was looked at and found: 1 to 1,000 characters." }) text!: string;
}

@InputType({ description: "A revision more; the one before stays to be read." })
export class CorrectRecheckInput extends CommandInput {
  @Field(() => ID, { description: "Of the re-check." }) id!: string;
  @Field(() => RecheckOutcome) outcome!: RecheckOutcome;
  @Field(() => String, { description: "1 to 1,000 characters." }) text!: string;
  @Field(() => String, { description: "Why the one before was wrong: 1 to 500 characters." }) reason!: string;
}

@InputType({ description: "The next one in the order drawn is to check it." })
export class PassRecheckOnInput extends CommandInput {
  @Field(() => ID, { description: "Of the re-check." }) id!: string;
  @Field(() => String, { description: "1 to 500 characters." }) reason!: string;
}
