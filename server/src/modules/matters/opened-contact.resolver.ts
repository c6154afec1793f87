import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "#kernel/context";
import { readRow } from "#kernel/read";
import { OpenSealedContactInput } from "./matter.inputs.ts";
import { openSealedContact } from "./open-sealed-contact.ts";
import { OpenedContact } from "./opened-contact.types.ts";
import { SealedContact } from "./sealed-contact.types.ts";

@Resolver(() => OpenedContact)
export class OpenedContactResolver {
  @Mutation(() => OpenedContact, {
    description:
      "By the chief over the matter's station or the mediator at its grid; recorded each time, with who and why.",
  })
  async openSealedContact(
    @Arg("input", () => OpenSealedContactInput) input: OpenSealedContactInput,
    @Ctx() ctx: Context,
  ): Promise<OpenedContact> {
    const { id, secret } = await openSealedContact(ctx, input);
    return { id, contact: secret };
  }

  @FieldResolver(() => SealedContact, {
    nullable: true,
    description: "Null, with an error beside it, where it could not be read: it was opened nevertheless.",
  })
  sealedContact(@Root() opened: OpenedContact, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    return readRow(ctx, info, opened);
  }
}
