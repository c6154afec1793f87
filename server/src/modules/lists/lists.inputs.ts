import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { CommandInput } from "#kernel/command-input";
import { LocalDate } from "#kernel/scalars";
import { ListPreset, ListSource } from "./lists.enums.ts";

const whose = "Of this station alone; of the bureau without.";

@InputType()
export class SchemeListInput {
  @Field(() => String, { description: "1 to 20 characters." }) title!: string;
  @Field(() => ListSource, { description: "Each source once." }) source!: ListSource;
}

@InputType({ description: "The scheme of the station or bureau that is in force ends." })
export class SetListSchemeInput extends CommandInput {
  @Field(() => ID, { nullable: true, description: whose }) stationId?: string | null;
  @Field(() => [SchemeListInput], { description: "Three, in their order." }) lists!: SchemeListInput[];
}

@InputType({ description: "The station is to have the bureau's lists again." })
export class DropListSchemeInput extends CommandInput {
  @Field(() => ID) stationId!: string;
}

@InputType()
export class ApplyListSchemePresetInput extends CommandInput {
  @Field(() => ID, { nullable: true, description: whose }) stationId?: string | null;
  @Field(() => ListPreset) preset!: ListPreset;
}

@InputType()
export class WeekInput extends CommandInput {
  @Field(() => ID) memberId!: string;
  @Field(() => ID, {
    nullable: true,
    description: "The station; without it the one that the member belonged to last in the week.",
  })
  unitId?: string | null;
  @Field(() => LocalDate, { description: "Its Monday." }) week!: string;
}

@InputType()
export class LineInput {
  @Field(() => String, { description: "As the line is named." }) key!: string;
  @Field(() => Int, {
    nullable: true,
    description: "The version of its work item that you have seen; refused when it has moved on since.",
  })
  expectedVersion?: number | null;
}

@InputType({ description: "认可: a result that waits is accepted, and its work closed." })
export class AcceptLinesInput extends WeekInput {
  @Field(() => [LineInput], { description: "1 to 200." }) lines!: LineInput[];
}

@InputType({ description: "退回: the work goes back; a duty or a matter becomes a task of the member." })
export class ReturnLineInput extends WeekInput {
  @Field(() => LineInput) line!: LineInput;
  @Field(() => String, { description: "What is missing: 1 to 500 characters." }) reason!: string;
  @Field(() => LocalDate, {
    nullable: true,
    description: "By when it is due again, today or later; by the end of the week after without.",
  })
  dueOn?: string | null;
}

@InputType()
export class CommentOnLineInput extends WeekInput {
  @Field(() => String, { nullable: true, description: "The line's key; of the week as a whole without." })
  key?: string | null;
  @Field(() => String, { description: "1 to 500 characters." }) text!: string;
}

@InputType({ description: "签发: of a week that is over." })
export class SignWeekInput extends WeekInput {}

@InputType({ description: "Signs the week of each member of the station that waits for no word." })
export class SignCleanWeeksInput extends CommandInput {
  @Field(() => ID, { description: "The station." }) unitId!: string;
  @Field(() => LocalDate, { description: "Its Monday." }) week!: string;
}

@ObjectType({ description: "What came of the week of one member." })
export class SignAnswer {
  @Field(() => ID) memberId!: string;
  @Field(() => String) member!: string;
  @Field(() => Boolean) isSigned!: boolean;
  @Field(() => ID, { nullable: true, description: "Of the review that was signed." }) reviewId?: string | null;
  @Field(() => String, { nullable: true }) digest?: string | null;
  @Field(() => String, { nullable: true, description: "The code of why it was not." }) refusal?: string | null;
  @Field(() => String, { nullable: true, description: "Why it was not, in your language." }) message?: string | null;
}

@InputType()
export class ReopenWeekInput extends CommandInput {
  @Field(() => ID, { description: "Of the review that is signed: the week's last revision." }) id!: string;
  @Field(() => String, { description: "1 to 500 characters." }) reason!: string;
}
