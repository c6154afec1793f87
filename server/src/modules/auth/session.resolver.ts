import { mutation, mutations } from "#kernel/mutations";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import { type Context, actorOf } from "#kernel/context";
import { readRow } from "#kernel/read";
import {
  ChangePasswordInput,
  CreateApiTokenInput,
  EndSessionInput,
  RevokeApiTokenInput,
  SignInInput,
  SignOutInput,
} from "./auth.inputs.ts";
import { ApiToken } from "./api-token.types.ts";
import { changePassword } from "./change-password.ts";
import { createApiToken } from "./create-api-token.ts";
import { endSession } from "./end-session.ts";
import { NewApiToken } from "./handed.types.ts";
import { revokeApiToken } from "./revoke-api-token.ts";
import { SessionPolicy, UpdateSessionPolicyInput } from "./session-policy.types.ts";
import { Session } from "./session.types.ts";
import { signIn } from "./sign-in.ts";
import { signOutEverywhere } from "./sign-out-everywhere.ts";
import { signOut } from "./sign-out.ts";
import { updateSessionPolicy } from "./update-session-policy.ts";
import { Viewer } from "./viewer.types.ts";

@Resolver()
export class SessionResolver {
  @Mutation(() => Viewer, {
    description:
      "Opens a session, in the cookie `maple_session`. UNAUTHENTICATED when account or password is wrong; RATE_LIMITED with `retryAt` once five wrong passwords in a row have locked the account for 15 minutes, for the device or network they came from. A device that has signed in before, known by the cookie `maple_device`, is not locked out by others.",
  })
  async signIn(
    @Arg("input", () => SignInInput) input: SignInInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const signedIn = await signIn(ctx, input);
    return readRow(signedIn, info, { id: actorOf(signedIn).accountId });
  }

  @Mutation(() => Boolean, { description: "Ends your session and takes its cookie." })
  async signOut(@Arg("input", () => SignOutInput) input: SignOutInput, @Ctx() ctx: Context) {
    await signOut(ctx, input);
    return true;
  }

  @Mutation(() => Boolean, { description: "Ends all of your sessions, this one too. Tokens stay." })
  async signOutEverywhere(@Arg("input", () => SignOutInput) input: SignOutInput, @Ctx() ctx: Context) {
    await signOutEverywhere(ctx, input);
    return true;
  }

  @Mutation(() => NewApiToken, { description: "Makes a token of your own account. Not open to tokens." })
  async createApiToken(
    @Arg("input", () => CreateApiTokenInput) input: CreateApiTokenInput,
    @Ctx() ctx: Context,
  ): Promise<NewApiToken> {
    return createApiToken(ctx, input);
  }
}

export const SessionMutations = mutations({
  endSession: mutation({
    input: EndSessionInput,
    gives: Session,
    does: endSession,
    description: "Ends a session of yours; an administrator's of anyone's.",
  }),
  changePassword: mutation({
    input: ChangePasswordInput,
    gives: Viewer,
    does: changePassword,
    description: "Changes your password and ends your other sessions. Tokens stay.",
  }),
  updateSessionPolicy: mutation({ input: UpdateSessionPolicyInput, gives: SessionPolicy, does: updateSessionPolicy }),
  revokeApiToken: mutation({
    input: RevokeApiTokenInput,
    gives: ApiToken,
    does: revokeApiToken,
    description: "Revokes a token of yours; an administrator anyone's; a token itself.",
  }),
});
