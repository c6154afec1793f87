import { Field, ID, InputType } from "type-graphql";
import { CommandInput, UpdateInput } from "#kernel/command-input";
import { DateTime } from "#kernel/scalars";

@InputType()
export class RecordAbsenceInput extends CommandInput {
  @Field(() => ID) memberId!: string;
  @Field(() => DateTime) from!: Date;
  @Field(() => DateTime, { nullable: true, description: "The moment of return; open when left out." }) to?: Date | null;
  @Field(() => String, { description: "1 to 200 characters." }) reason!: string;
  @Field(() => ID, {
    nullable: true,
    description: "Who stands in: another member, on the strength over the whole time.",
  })
  substituteId?: string | null;
}

@InputType({ description: "Fields left out stay as they are; null opens the end or takes the substitute away." })
export class UpdateAbsenceInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => DateTime, { nullable: true, description: "The moment of return, after the absence began." })
  to?: Date | null;
  @Field(() => String, { nullable: true, description: "1 to 200 characters." }) reason?: string | null;
  @Field(() => ID, { nullable: true }) substituteId?: string | null;
}

@InputType()
export class CancelAbsenceInput extends UpdateInput {
  @Field(() => ID) id!: string;
}

@InputType()
export class UndoAbsenceInput extends UpdateInput {
  @Field(() => ID) id!: string;
}
