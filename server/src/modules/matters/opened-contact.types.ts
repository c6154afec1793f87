import { Field, ObjectType } from "type-graphql";

/** `id` is the row that the payload's own field reads. */
@ObjectType({ description: "A contact that was opened." })
export class OpenedContact {
  id!: string;
  @Field(() => String, {
    nullable: true,
    description: "Told this once; null when the call repeats an earlier one.",
  })
  contact!: string | null;
}
