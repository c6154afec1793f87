import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";

export const BulkMode = { ALL_OR_NONE: "ALL_OR_NONE", THOSE_THAT_CAN: "THOSE_THAT_CAN" } as const;
export type BulkMode = keyof typeof BulkMode;
registerEnumType(BulkMode, {
  name: "BulkMode",
  description: "Whether one that is refused keeps all others from being done, or only itself.",
});

@InputType()
export class BulkRowInput {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: "The version you have seen." }) expectedVersion!: number;
}

@ObjectType({ description: "What came of one of many rows." })
export class RowAnswer {
  @Field(() => ID) id!: string;
  @Field(() => Boolean) isDone!: boolean;
  @Field(() => String, { nullable: true, description: "The code of why it was refused." }) refusal?: string | null;
  @Field(() => String, { nullable: true, description: "Why it was refused, in your language." }) message?:
    | string
    | null;
}
