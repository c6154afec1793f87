import { Field, InputType, Int } from "type-graphql";
import { CommandInput, UpdateInput } from "#kernel/command-input";
import { DateTime } from "#kernel/scalars";
import { Complexity, Duty, GridKind } from "#modules/grids";
import { MemberKind } from "#modules/members";
import { StaffingPreset } from "./assignment.enums.ts";

const why = "At most 200 characters; needed when `from` lies before today.";
const from = "Within ten years from now; now when absent. Coverage before it stays as it was.";

@InputType({
  description: "The standard in force at `from` ends there; one planned for later still begins as planned.",
})
export class SetStaffingStandardInput extends CommandInput {
  @Field(() => GridKind) gridKind!: GridKind;
  @Field(() => Complexity) complexity!: Complexity;
  @Field(() => Duty) duty!: Duty;
  @Field(() => Int, { description: "0 to 50; at most 1 responsible officer." }) atLeast!: number;
  @Field(() => Int, { nullable: true, description: "1 to 50 and not below `atLeast`; no limit when absent." }) atMost?:
    | number
    | null;
  @Field(() => DateTime, { nullable: true, description: from }) from?: Date | null;
  @Field(() => String, { nullable: true, description: why }) reason?: string | null;
}

@InputType({ description: "Sets every duty's standard as the preset says; duties it does not name ask for nobody." })
export class ApplyStaffingPresetInput extends CommandInput {
  @Field(() => StaffingPreset) preset!: StaffingPreset;
  @Field(() => DateTime, { nullable: true, description: from }) from?: Date | null;
  @Field(() => [GridKind], { nullable: true, description: "The kinds of grid the preset is meant for when absent." })
  gridKinds?: GridKind[] | null;
  @Field(() => String, { nullable: true, description: why }) reason?: string | null;
}

@InputType({ description: "A duty that `dutyHolders` does not name, because nobody may hold it, is of version 0." })
export class SetDutyHoldersInput extends UpdateInput {
  @Field(() => Duty) duty!: Duty;
  @Field(() => [MemberKind], { description: "Who may be assigned from now on; those assigned already stay." })
  memberKinds!: (keyof typeof MemberKind)[];
}
