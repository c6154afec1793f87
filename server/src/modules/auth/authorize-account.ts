import { type Actor, reachOf } from "#kernel/actor";
import { authorizeBureau, type Policy } from "#kernel/command";
import { Forbidden, NotFound } from "#kernel/errors";
import { maySeeAccounts } from "./account.policy.ts";

/** Throws unless the actor may do this to the account, which looks absent to who cannot see it. */
export function authorizeAccount(actor: Actor, policy: Policy, accountId: string) {
  if (accountId !== actor.accountId && reachOf(actor, maySeeAccounts.roles) !== "all")
    throw new NotFound([{ path: ["input", "id"], code: "NOT_FOUND" }]);
  authorizeBureau(actor, policy);
}

/** Throws unless it is the actor's own account, or another's and the policy lets them. */
export function authorizeOwnOr(actor: Actor, policy: Policy, accountId: string) {
  if (accountId !== actor.accountId) authorizeAccount(actor, policy, accountId);
}

/** Throws unless the actor came by signing in: a stolen token must not outlive itself. */
export function authorizeInPerson(actor: Actor) {
  if (actor.via.kind === "token") throw new Forbidden([], "SIGN_IN_FOR_THIS");
}
