import { addDays } from "../days.ts";
import type { Account, Draft } from "../draft.ts";
import { unitOf } from "../past/changes.ts";
import { administrator, type Deed, loader, type Log, tell } from "./log.ts";
import { later, officeMoment, workday } from "./office-hours.ts";
import { memberAccountsMadeOn } from "../work/begun.ts";

export const begunOn = "2024-01-02";
const accountsMadeOn = "2024-01-04";
/** Made within a morning or an afternoon. */
const accountsOfADay = 24;
const byOperator = new Set(["BUREAU_ADMINISTRATOR", "AUDITOR"]);

/** The bureau with an administrator and an auditor, then the accounts of those who work with it. */
export function tellBeginning(log: Log): Map<string, Date> {
  const { draft } = log;
  const { bureauId, code, name, accounts } = draft;
  const madeAt = new Map<string, Date>();
  const begun = officeMoment(draft.pastRandom, begunOn);
  const first = accounts.filter(({ role }) => byOperator.has(role));
  const created: Deed = { action: "bureau.create", entity: { type: "Bureau", id: bureauId }, after: { code, name } };
  tell(log, begun, loader, created, ...first.map((account) => accountMade(draft, account)));
  for (const { accountId } of first) madeAt.set(accountId, begun);
  let at = officeMoment(draft.pastRandom, accountsMadeOn);
  const make = (account: Account) => {
    tell(log, at, administrator, accountMade(draft, account));
    madeAt.set(account.accountId, at);
    at = later(at, draft.pastRandom.int(1, 3));
  };
  for (const account of accounts.filter(({ role, memberId }) => !byOperator.has(role) && !memberId)) make(account);
  const ofMembers = accounts.filter(({ memberId }) => memberId);
  for (let made = 0, day = memberAccountsMadeOn(draft); made < ofMembers.length; made += accountsOfADay) {
    day = workday(made === 0 ? day : addDays(day, -1), -1);
    at = officeMoment(draft.pastRandom, day);
    for (const account of ofMembers.slice(made, made + accountsOfADay)) make(account);
  }
  return madeAt;
}

const accountMade = (draft: Draft, { accountId, name, displayName, role, unitId, memberId }: Account): Deed => ({
  action: "account.create",
  entity: { type: "Account", id: accountId },
  after: {
    ...{ name, displayName, memberId: memberId ?? null },
    roles: [{ role, unitId, unitName: unitOf(draft, unitId).name }],
  },
});
