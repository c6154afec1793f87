import type { Actor } from "#kernel/actor";
import { authorizeBureau, type Policy } from "#kernel/command";
import { Forbidden } from "#kernel/errors";

/** Throws unless it is the actor's own account, or another's and the policy lets them. */
export function authorizeOwnOr(actor: Actor, policy: Policy, accountId: string) {
  if (accountId !== actor.accountId) authorizeBureau(actor, policy);
}

/** Throws unless the actor came by signing in: a stolen token must not outlive itself. */
export function authorizeInPerson(actor: Actor) {
  if (actor.via.kind === "token") throw new Forbidden([], "SIGN_IN_FOR_THIS");
}
