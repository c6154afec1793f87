import { Field, InputType, Int } from "type-graphql";
import { Conflict } from "./errors.ts";

@InputType()
export abstract class CommandInput {
  @Field(() => String, {
    description:
      "8 to 100 characters of your own, new for each intent. The same key with the same input has one effect and gives the same answer; with other input it is refused.",
  })
  idempotencyKey!: string;
}

@InputType()
export abstract class UpdateInput extends CommandInput {
  @Field(() => Int, {
    description: "The version you have seen; refused with VERSION_MOVED when somebody changed the row since.",
  })
  expectedVersion!: number;
}

export function assertVersion(row: { version: number }, { expectedVersion }: Pick<UpdateInput, "expectedVersion">) {
  if (row.version === expectedVersion) return;
  throw new Conflict([{ path: ["input", "expectedVersion"], code: "VERSION_MOVED", params: { version: row.version } }]);
}
