import { Field, ID, InputType } from "type-graphql";
import { CommandInput, UpdateInput } from "#kernel/command-input";

@InputType()
export class CreateListViewInput extends CommandInput {
  @Field(() => String, { description: "What the screens call the page." }) page!: string;
  @Field(() => String, { description: "1 to 40 characters, another one than your other views of the page have." })
  name!: string;
  @Field(() => String, {
    description: "What stands in the page's address behind the question mark; up to 2,000 characters.",
  })
  query!: string;
  @Field(() => [String], {
    nullable: true,
    description: "The columns in sight, up to 60; the usual ones when left out.",
  })
  columns?: string[];
  @Field(() => Boolean, { defaultValue: false }) isDense!: boolean;
  @Field(() => ID, { nullable: true, description: "Shares it with whoever has that unit in reach." }) unitId?: string;
}

@InputType({ description: "What is left out stays as it is." })
export class UpdateListViewInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) name?: string;
  @Field(() => String, { nullable: true }) query?: string;
  @Field(() => [String], { nullable: true, description: "Null for the usual ones." }) columns?: string[] | null;
  @Field(() => Boolean, { nullable: true }) isDense?: boolean;
  @Field(() => ID, { nullable: true, description: "Null for nobody but you." }) unitId?: string | null;
}

@InputType()
export class DeleteListViewInput extends CommandInput {
  @Field(() => ID) id!: string;
}

@InputType()
export class SetListPreferenceInput extends CommandInput {
  @Field(() => String, { description: "What the screens call the page." }) page!: string;
  @Field(() => [String], {
    nullable: true,
    description: "The columns in sight, up to 60; the usual ones when left out.",
  })
  columns?: string[];
  @Field(() => Boolean, { defaultValue: false }) isDense!: boolean;
  @Field(() => ID, { nullable: true, description: "A view of the page in your sight; none when left out." })
  defaultViewId?: string;
}
