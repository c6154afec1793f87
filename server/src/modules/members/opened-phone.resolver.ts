import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "#kernel/context";
import { readRow } from "#kernel/read";
import { OpenPhoneInput } from "./member.inputs.ts";
import { Member } from "./member.types.ts";
import { openPhone } from "./open-phone.ts";
import { OpenedPhone } from "./opened-phone.types.ts";

@Resolver(() => OpenedPhone)
export class OpenedPhoneResolver {
  @Mutation(() => OpenedPhone, {
    description: "By administrators, chiefs and dispatchers, as Member.phone says, and of oneself; recorded each time.",
  })
  async openPhone(
    @Arg("input", () => OpenPhoneInput) input: OpenPhoneInput,
    @Ctx() ctx: Context,
  ): Promise<OpenedPhone> {
    const { id, secret } = await openPhone(ctx, input);
    return { id, phone: secret };
  }

  @FieldResolver(() => Member, {
    nullable: true,
    description: "Null, with an error beside it, where it could not be read: the number was opened nevertheless.",
  })
  member(@Root() opened: OpenedPhone, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    return readRow(ctx, info, opened);
  }
}
