import { Field, ObjectType } from "type-graphql";

const once = "Shown this once and kept nowhere; null when the call repeats an earlier one.";

/** `id` is the row that the payload's own field reads. */
@ObjectType({ description: "An account and the first password to hand over to whoever it is for." })
export class FirstPassword {
  id!: string;
  @Field(() => String, { nullable: true, description: `${once} Must be changed at first sign-in.` }) firstPassword!:
    | string
    | null;
}

@ObjectType({ description: "A new API token with its text." })
export class NewApiToken {
  id!: string;
  @Field(() => String, { nullable: true, description: `Sent as \`Authorization: Bearer …\`. ${once}` }) secret!:
    | string
    | null;
}
