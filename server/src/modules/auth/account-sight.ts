import { everything, type Fragment, type Reading, sql } from "#kernel/read";
import { maySeeAccounts } from "./account.policy.ts";

/** What belongs to an account is seen by itself, and by who sees all accounts. */
export const accountInSight = (reading: Reading, accountId: Fragment): Fragment =>
  reading.caller.reach(maySeeAccounts.roles) === "all" ? everything : sql`${accountId} = ${reading.account}`;
