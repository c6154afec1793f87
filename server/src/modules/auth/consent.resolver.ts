import { consents } from "@maple-bridge/drizzle/tables";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "#kernel/context";
import { mutation, mutations } from "#kernel/mutations";
import { everything, PageArgs, pages, readRow } from "#kernel/read";
import { confirmConsent } from "./confirm-consent.ts";
import {
  ConfirmedConsent,
  Consent,
  ConsentCommandInput,
  ConsentConnection,
  isPending,
  RequestConsentInput,
} from "./consent.types.ts";
import { declineConsent } from "./decline-consent.ts";
import { requestConsent } from "./request-consent.ts";

@Resolver(() => ConfirmedConsent)
export class ConsentResolver {
  @Query(() => ConsentConnection, {
    description: "Consents, newest first: for administrators and auditors of the whole bureau.",
  })
  @pages(consents, {
    where: (consent, reading) => (reading.choice("pending") === true ? isPending(consent, reading) : everything),
    order: (consent) => ({ terms: [{ by: consent.requestedAt, type: "timestamptz" }], descending: true }),
  })
  consents(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg("pending", () => Boolean, { nullable: true, description: "true: leave out those that are over." })
    _pending?: boolean,
  ): never {
    throw new Error("read by its source");
  }

  @Mutation(() => ConfirmedConsent, {
    description:
      "Confirms what another administrator asked for, and does it. CONFLICT for who asked and for whose account it is, by whichever of their accounts. Not open to tokens.",
  })
  async confirmConsent(
    @Arg("input", () => ConsentCommandInput) input: ConsentCommandInput,
    @Ctx() ctx: Context,
  ): Promise<ConfirmedConsent> {
    const { id, secret } = await confirmConsent(ctx, input);
    return { id, firstPassword: secret };
  }

  @FieldResolver(() => Consent, {
    nullable: true,
    description: "Null, with an error beside it, where it could not be read: it is confirmed all the same.",
  })
  consent(@Root() confirmed: ConfirmedConsent, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    return readRow(ctx, info, confirmed);
  }
}

export const ConsentMutations = mutations({
  requestConsent: mutation({
    input: RequestConsentInput,
    gives: Consent,
    does: requestConsent,
    description:
      "Asks for a role of administrator or auditor, or for a new first password of an account that has one: another administrator confirms it. Not open to tokens.",
  }),
  declineConsent: mutation({
    input: ConsentCommandInput,
    gives: Consent,
    does: declineConsent,
    description: "Declines what an administrator asked for, or withdraws what you asked for. Not open to tokens.",
  }),
});
