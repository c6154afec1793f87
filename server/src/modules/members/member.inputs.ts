import { Field, ID, InputType } from "type-graphql";
import { BulkMode, BulkRowInput } from "#kernel/bulk.types";
import { CommandInput, UpdateInput } from "#kernel/command-input";
import { LocalDate } from "#kernel/scalars";
import { MemberKind } from "./member-kind.ts";
import { SeatsOnTransfer } from "./seats-on-transfer.ts";

const phone = "An 11-digit mobile number, or a landline with its area code: 0375-8123456.";
const badge = "1 to 32 letters, digits and . _ / -; unique in the bureau, never an identity number.";

@InputType()
export class CreateMemberInput extends CommandInput {
  @Field(() => MemberKind) kind!: MemberKind;
  @Field(() => String, { description: badge }) badge!: string;
  @Field(() => String, { description: "1 to 40 characters." }) name!: string;
  @Field(() => ID) unitId!: string;
  @Field(() => String, { nullable: true, description: phone }) phone?: string | null;
  @Field(() => LocalDate, { nullable: true }) joinedOn?: string | null;
}

@InputType({ description: "Fields left out stay as they are; null takes the phone or the day away." })
export class UpdateMemberInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => MemberKind, {
    nullable: true,
    description: "One that may hold every duty the member holds now or later.",
  })
  kind?: MemberKind | null;
  @Field(() => String, { nullable: true, description: badge }) badge?: string | null;
  @Field(() => String, { nullable: true, description: "1 to 40 characters." }) name?: string | null;
  @Field(() => String, { nullable: true, description: phone }) phone?: string | null;
  @Field(() => LocalDate, { nullable: true }) joinedOn?: string | null;
}

@InputType()
export class OpenPhoneInput extends CommandInput {
  @Field(() => ID, { description: "The member whose number it is." }) id!: string;
}

@InputType({ description: "Who takes a seat over from whom leaves." })
export class SuccessorInput {
  @Field(() => ID, { description: "The assignment that ends." }) assignmentId!: string;
  @Field(() => ID, { description: "Holds the seat from the day on, until the one who leaves was to end." })
  memberId!: string;
}

@InputType()
export class MemberLeavesInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => LocalDate, { description: "The first day no longer on the strength." }) on!: string;
  @Field(() => String, { nullable: true, description: "At most 200 characters; needed when `on` lies before today." })
  reason?: string | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: "End the seats that reach past that day too; without it, holding some is refused with their names.",
  })
  endAssignments!: boolean;
  @Field(() => [SuccessorInput], {
    nullable: true,
    description: "With it, these seats end too, and who is named takes each over the same day. At most 100.",
  })
  successors?: SuccessorInput[] | null;
}

@InputType({ description: "Many members, each by the same path as one alone." })
export class MembersLeaveInput extends CommandInput {
  @Field(() => [BulkRowInput], { description: "1 to 100." }) rows!: BulkRowInput[];
  @Field(() => BulkMode) mode!: BulkMode;
  @Field(() => LocalDate, { description: "The first day no longer on the strength." }) on!: string;
  @Field(() => String, { nullable: true, description: "At most 200 characters; needed when `on` lies before today." })
  reason?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: "As of one member." }) endAssignments!: boolean;
}

@InputType()
export class ReturnMemberInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => LocalDate, {
    nullable: true,
    description:
      "The first day back, after which the time off the strength stays on record; without it the leaving is taken back, as if never gone.",
  })
  on?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "At most 200 characters; needed when the day, or else that of the leaving, lies before today.",
  })
  reason?: string | null;
}

@InputType()
export class TransferMemberInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => ID, { description: "The unit the member comes to." }) unitId!: string;
  @Field(() => LocalDate, {
    description: "The first day there; it stays so until the day from which another unit was recorded.",
  })
  on!: string;
  @Field(() => SeatsOnTransfer, {
    nullable: true,
    description:
      "What becomes of the seats held past that day at grids of other stations; without it, holding some is refused with their names.",
  })
  seats?: SeatsOnTransfer | null;
  @Field(() => String, { nullable: true, description: "At most 200 characters; needed when `on` lies before today." })
  reason?: string | null;
}
