import { Field, ID, InputType } from "type-graphql";
import { BulkMode, BulkRowInput } from "#kernel/bulk.types";
import { CommandInput, UpdateInput } from "#kernel/command-input";
import { DateTime } from "#kernel/scalars";
import { Duty } from "#modules/grids";

const vacantOnly =
  "Refuse it with SEAT_FILLED where as many hold the duty when it begins as the standard asks for: somebody was quicker.";
const reasonOfThePast = "At most 200 characters; required when it lies before today.";

@InputType({ description: "Who holds which duty where, and when." })
export class SeatInput {
  @Field(() => ID) gridId!: string;
  @Field(() => Duty) duty!: Duty;
  @Field(() => ID) memberId!: string;
  @Field(() => DateTime, { nullable: true, description: "Within ten years from now; now when absent." })
  from?: Date | null;
  @Field(() => DateTime, { nullable: true, description: "The first moment it no longer holds; open when absent." })
  to?: Date | null;
  @Field(() => String, { nullable: true, description: "A post held beside it 兼任, at most 60 characters." })
  concurrentPost?: string | null;
  @Field(() => String, { nullable: true, description: reasonOfThePast }) reason?: string | null;
  @Field(() => Boolean, { nullable: true, description: vacantOnly }) onlyIfVacant?: boolean | null;
}

@InputType()
export class AssignMemberInput extends CommandInput {
  @Field(() => ID) gridId!: string;
  @Field(() => Duty) duty!: Duty;
  @Field(() => ID) memberId!: string;
  @Field(() => DateTime, { nullable: true, description: "Within ten years from now; now when absent." })
  from?: Date | null;
  @Field(() => DateTime, { nullable: true, description: "The first moment it no longer holds; open when absent." })
  to?: Date | null;
  @Field(() => String, { nullable: true, description: "A post held beside it 兼任, at most 60 characters." })
  concurrentPost?: string | null;
  @Field(() => String, { nullable: true, description: reasonOfThePast }) reason?: string | null;
  @Field(() => Boolean, { nullable: true, description: vacantOnly }) onlyIfVacant?: boolean | null;
}

@InputType()
export class AssignMembersInput extends CommandInput {
  @Field(() => [SeatInput], {
    description: "1 to 500. What is wrong with one is told by its number: input, assignments, 0, memberId.",
  })
  assignments!: SeatInput[];
}

@InputType()
export class EndAssignmentInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => DateTime, {
    nullable: true,
    description:
      "Now when absent. One that has not begun is taken back as a whole; so is one that ends where it began.",
  })
  at?: Date | null;
  @Field(() => String, { nullable: true, description: reasonOfThePast }) reason?: string | null;
}

@InputType({ description: "Many assignments, each by the same path as one alone." })
export class EndAssignmentsInput extends CommandInput {
  @Field(() => [BulkRowInput], { description: "1 to 100." }) rows!: BulkRowInput[];
  @Field(() => BulkMode) mode!: BulkMode;
  @Field(() => DateTime, { nullable: true, description: "As of one assignment." }) at?: Date | null;
  @Field(() => String, { nullable: true, description: reasonOfThePast }) reason?: string | null;
}

@InputType()
export class ReplaceHolderInput extends UpdateInput {
  @Field(() => ID, { description: "The assignment that ends." }) assignmentId!: string;
  @Field(() => ID, { description: "The member who takes the seat over, until the replaced one was to end." })
  memberId!: string;
  @Field(() => DateTime, { nullable: true, description: "Now when absent, or its begin for one that lies ahead." })
  from?: Date | null;
  @Field(() => String, { nullable: true, description: "A post held beside it 兼任, at most 60 characters." })
  concurrentPost?: string | null;
  @Field(() => String, { nullable: true, description: reasonOfThePast }) reason?: string | null;
}

@InputType()
export class UndoAssignmentsInput extends CommandInput {
  @Field(() => [ID], {
    description: "1 to 500. What keeps one from being undone is told by its number: input, ids, 0.",
  })
  ids!: string[];
  @Field(() => String, { nullable: true, description: "At most 200 characters." }) reason?: string | null;
}
