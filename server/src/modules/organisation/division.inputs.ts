import { Field, ID, InputType } from "type-graphql";
import { CommandInput, UpdateInput } from "#kernel/command-input";
import { LocalDate } from "#kernel/scalars";
import { DivisionKind } from "./division-kind.ts";

@InputType()
export class CreateDivisionInput extends CommandInput {
  @Field(() => String, { description: "6, 9 or 12 digits; the division above it must be there." }) code!: string;
  @Field(() => String, { description: "1 to 60 characters." }) name!: string;
  @Field(() => DivisionKind, { nullable: true, description: "It follows from the code; when given, they must agree." })
  kind?: DivisionKind;
}

@InputType()
export class DivisionRowInput {
  @Field(() => String, { description: "6, 9 or 12 digits." }) code!: string;
  @Field(() => String, { description: "1 to 60 characters." }) name!: string;
  @Field(() => DivisionKind, { nullable: true, description: "It follows from the code; when given, they must agree." })
  kind?: DivisionKind;
  @Field(() => String, { nullable: true, description: "Makes the township above it when it is not there." })
  townshipName?: string;
  @Field(() => String, { nullable: true, description: "Makes the county above it when it is not there." })
  countyName?: string;
}

@InputType()
export class ImportDivisionsInput extends CommandInput {
  @Field(() => [DivisionRowInput], {
    description: "1 to 2,000 rows. A row already there under the same name is left as it is.",
  })
  rows!: DivisionRowInput[];
}

@InputType()
export class UpdateDivisionInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: "1 to 60 characters." }) name!: string;
}

@InputType()
export class ReopenDivisionInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: "Up to 200 characters." }) reason?: string;
}

@InputType()
export class CloseDivisionInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => LocalDate, {
    nullable: true,
    description: "The first day on which it no longer is; today when left out.",
  })
  on?: string;
  @Field(() => String, { nullable: true, description: "At most 200 characters; needed when `on` lies before today." })
  reason?: string;
}
