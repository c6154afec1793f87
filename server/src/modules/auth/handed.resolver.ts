import type { GraphQLResolveInfo } from "graphql";
import { Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import type { Context } from "#kernel/context";
import { readRow } from "#kernel/read";
import { Account } from "./account.types.ts";
import { ApiToken } from "./api-token.types.ts";
import { FirstPassword, NewApiToken } from "./handed.types.ts";

const description =
  "Null, with an error beside it, where it could not be read: what was made is there, and its secret is told.";

@Resolver(() => FirstPassword)
export class FirstPasswordResolver {
  @FieldResolver(() => Account, { nullable: true, description })
  account(@Root() handed: FirstPassword, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    return readRow(ctx, info, handed);
  }
}

@Resolver(() => NewApiToken)
export class NewApiTokenResolver {
  @FieldResolver(() => ApiToken, { nullable: true, description })
  apiToken(@Root() handed: NewApiToken, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    return readRow(ctx, info, handed);
  }
}
