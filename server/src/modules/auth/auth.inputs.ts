import { Field, ID, InputType } from "type-graphql";
import { CommandInput, UpdateInput } from "#kernel/command-input";
import { DateTime } from "#kernel/scalars";
import { ApiTokenScope } from "./api-token.types.ts";
import { Role } from "./role.ts";

@InputType()
export class SignInInput {
  @Field(() => String, { description: "`<account>@<bureau code>`, as in admin@410481." }) name!: string;
  @Field(() => String) password!: string;
  @Field(() => String, {
    nullable: true,
    description: "8 to 100 characters. Signing in again with the same key ends the session that it opened before.",
  })
  idempotencyKey?: string;
}

@InputType()
export class SignOutInput extends CommandInput {}

@InputType()
export class EndSessionInput extends CommandInput {
  @Field(() => ID) id!: string;
}

@InputType()
export class ChangePasswordInput extends CommandInput {
  @Field(() => String) currentPassword!: string;
  @Field(() => String, {
    description:
      "At least 10 characters of three of the kinds lower case, upper case, digit, other; or at least 16 of any. Not holding the account's name, and none of the commonest.",
  })
  newPassword!: string;
}

@InputType()
export class RoleGrantInput {
  @Field(() => Role) role!: Role;
  @Field(() => ID) unitId!: string;
}

@InputType()
export class CreateAccountInput extends CommandInput {
  @Field(() => String, {
    description:
      "2 to 40 lower-case letters, digits, dots, hyphens and underscores, the first a letter or digit. Cannot be changed.",
  })
  name!: string;
  @Field(() => String, { description: "At most 50 characters." }) displayName!: string;
  @Field(() => ID, { nullable: true, description: "The member whose account it is." }) memberId?: string;
  @Field(() => [RoleGrantInput], { description: "At most 50." }) roles!: RoleGrantInput[];
}

@InputType()
export class UpdateAccountInput extends UpdateInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: "Stays when left out." }) displayName?: string;
  @Field(() => ID, { nullable: true, description: "Stays when left out; null for nobody's." }) memberId?: string | null;
}

@InputType()
export class AccountCommandInput extends CommandInput {
  @Field(() => ID) id!: string;
}

@InputType()
export class GrantRoleInput extends CommandInput {
  @Field(() => ID) accountId!: string;
  @Field(() => Role) role!: Role;
  @Field(() => ID) unitId!: string;
}

@InputType()
export class RevokeRoleInput extends CommandInput {
  @Field(() => ID, { description: "Of the role grant." }) id!: string;
}

@InputType()
export class CreateApiTokenInput extends CommandInput {
  @Field(() => String, { description: "What it is for; at most 60 characters." }) name!: string;
  @Field(() => ApiTokenScope) scope!: ApiTokenScope;
  @Field(() => DateTime, { description: "At most 366 days from now." }) expiresAt!: Date;
}

@InputType()
export class RevokeApiTokenInput extends CommandInput {
  @Field(() => ID) id!: string;
}
