import { Field, ObjectType } from "type-graphql";

/** `id` is the row that the payload's own field reads. */
@ObjectType({ description: "A member's telephone number, whole." })
export class OpenedPhone {
  id!: string;
  @Field(() => String, {
    nullable: true,
    description: "Told this once; null when the call repeats an earlier one.",
  })
  phone!: string | null;
}
