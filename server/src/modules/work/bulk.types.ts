import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { BulkMode } from "#kernel/bulk.types";
import { CommandInput } from "#kernel/command-input";
import { AddressInput } from "./work.inputs.ts";

export const BulkStep = {
  URGE: "URGE",
  READDRESS: "READDRESS",
  CLOSE: "CLOSE",
  RETURN: "RETURN",
  CANCEL: "CANCEL",
  RESUME: "RESUME",
} as const;
export type BulkStep = keyof typeof BulkStep;
registerEnumType(BulkStep, { name: "BulkStep", description: "What may be done with many items at once." });

@InputType()
export class BulkItemInput {
  @Field(() => ID) id!: string;
  @Field(() => Int, { nullable: true, description: "The version you have seen; needed to close and to return." })
  expectedVersion?: number | null;
}

@InputType({ description: "One step of many items, each by the same path as one alone." })
export class StepWorkItemsInput extends CommandInput {
  @Field(() => [BulkItemInput], { description: "1 to 100." }) items!: BulkItemInput[];
  @Field(() => BulkStep) step!: BulkStep;
  @Field(() => BulkMode) mode!: BulkMode;
  @Field(() => AddressInput, { nullable: true, description: "Where READDRESS goes." }) to?: AddressInput | null;
  @Field(() => String, { nullable: true, description: "As the step alone takes it." }) reason?: string | null;
}

@ObjectType({ description: "What came of one of many items." })
export class StepAnswer {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: "Null for one that is not in your sight." }) number?:
    | string
    | null;
  @Field(() => Boolean) isDone!: boolean;
  @Field(() => String, { nullable: true, description: "The code of why it was refused." }) refusal?: string | null;
  @Field(() => String, { nullable: true, description: "Why it was refused, in your language." }) message?:
    | string
    | null;
}
