import "reflect-metadata";
import type { Module } from "#kernel/schema";
import { everydayActions } from "#modules/audit";
import { AccountMutations, AccountResolver } from "./account.resolver.ts";
import "./auth.constraints.ts";
import "./auth.messages.ts";
import { AccountLists, AuthResolver } from "./auth.resolver.ts";
import { ConsentMutations, ConsentResolver } from "./consent.resolver.ts";
import { expireAccess } from "./expire.ts";
import { FirstPasswordResolver, NewApiTokenResolver } from "./handed.resolver.ts";
import { tellRefused } from "./refused-sign-ins.ts";
import { SessionMutations, SessionResolver } from "./session.resolver.ts";

everydayActions("session.");

export const auth: Module = {
  name: "auth",
  resolvers: [
    AccountLists,
    AuthResolver,
    SessionResolver,
    SessionMutations,
    AccountResolver,
    AccountMutations,
    ConsentResolver,
    ConsentMutations,
    FirstPasswordResolver,
    NewApiTokenResolver,
  ],
  texts: { name: ["displayName"], verbatim: ["password", "currentPassword", "newPassword"] },
  jobs: [expireAccess],
  stop: tellRefused,
};
export { checkAccountName } from "./account.rules.ts";
export { findAccount, insertAccount, nameOfActor } from "./account.store.ts";
export { Account } from "./account.types.ts";
export { accountInSight } from "./account-sight.ts";
export { authorizeOwnOr } from "./authorize-account.ts";
export { carryOut, heldConsent } from "./confirm-consent.ts";
export { findBureau } from "./bureau.store.ts";
export { newFirstPassword } from "./first-password.ts";
export { giveFirstPassword } from "./give-first-password.ts";
export { hashPassword } from "./password-hash.ts";
export { insertGrants } from "./role-grant.store.ts";
export { readSignInName } from "./sign-in-name.ts";
export { RoleGrant } from "./role-grant.types.ts";
export { Viewer } from "./viewer.types.ts";
