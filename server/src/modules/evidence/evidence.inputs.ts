import { Field, ID, InputType } from "type-graphql";
import { CommandInput } from "#kernel/command-input";

@InputType()
export class AnnounceEvidenceInput extends CommandInput {
  @Field(() => ID) itemId!: string;
  @Field(() => [String], { description: "SHA-256 of each file as it will be sent, in hex; 1 to 20." })
  sentDigests!: string[];
}

@InputType()
export class RemoveEvidenceInput extends CommandInput {
  @Field(() => ID) id!: string;
}
