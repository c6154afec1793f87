import { Field, ID, InputType } from "type-graphql";
import { CommandInput } from "#kernel/command-input";
import { Duty } from "#modules/grids";

@InputType({
  description:
    "Of the giver's open work, what `itemIds` names, what the seat (grid and duty) has, or all of it. 100 items at most.",
})
export class BeginHandoverInput extends CommandInput {
  @Field(() => ID) giverId!: string;
  @Field(() => ID, { description: "Of the same station; of seats only what they may hold the duty of." })
  takerId!: string;
  @Field(() => [ID], { nullable: true }) itemIds?: string[] | null;
  @Field(() => ID, { nullable: true }) gridId?: string | null;
  @Field(() => Duty, { nullable: true }) duty?: Duty | null;
  @Field(() => String, { nullable: true, description: "Up to 500 characters." }) reason?: string | null;
}

@InputType()
export class ConfirmHandoverInput extends CommandInput {
  @Field(() => ID) id!: string;
}

@InputType()
export class EndHandoverInput extends CommandInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: "1 to 500 characters." }) reason!: string;
}
