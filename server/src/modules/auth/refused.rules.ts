/** A try that was not let through: at the account it was for, where there is one of that name. */
export interface RefusedTry {
  account?: { id: string; name: string };
  /** Where this try locked its place out, until when. */
  lockedUntil: Date | null;
}

interface OfAccount {
  id: string;
  name: string;
  count: number;
}

/** Refused tries of one place that no audit row tells of yet. */
export interface Sum {
  count: number;
  accounts: OfAccount[];
  /** Tries of accounts beyond those that are named. */
  ofOthers: number;
  ofNobody: number;
  locks: { id: string; lockedUntil: Date }[];
}

export const nothingRefused: Sum = { count: 0, accounts: [], ofOthers: 0, ofNobody: 0, locks: [] };

const mostNamed = 20;

export function withRefused(sum: Sum, { account, lockedUntil }: RefusedTry): Sum {
  const count = sum.count + 1;
  if (!account) return { ...sum, count, ofNobody: sum.ofNobody + 1 };
  const { id, name } = account;
  const others = sum.accounts.filter((each) => each.id !== id);
  const before = sum.accounts.length - others.length;
  if (before === 0 && others.length >= mostNamed) return { ...sum, count, ofOthers: sum.ofOthers + 1 };
  const own = { id, name, count: (sum.accounts.find((each) => each.id === id)?.count ?? 0) + 1 };
  const locks = lockedUntil ? [...sum.locks.filter((lock) => lock.id !== id), { id, lockedUntil }] : sum.locks;
  return { ...sum, count, accounts: [...others, own], locks };
}

/** Both together, where the earlier one could not be written. */
export const sumOfBoth = (one: Sum, other: Sum): Sum => ({
  count: one.count + other.count,
  accounts: other.accounts.reduce<OfAccount[]>(
    (all, { id, name, count }) => [
      ...all.filter((each) => each.id !== id),
      { id, name, count: count + (all.find((each) => each.id === id)?.count ?? 0) },
    ],
    one.accounts,
  ),
  ofOthers: one.ofOthers + other.ofOthers,
  ofNobody: one.ofNobody + other.ofNobody,
  locks: [...one.locks, ...other.locks],
});

/** What the audit row holds; made-up names are counted and not kept, because people type passwords in the wrong field. */
export function tellOf({ count, accounts, ofOthers, ofNobody }: Sum, address: string) {
  if (count === 1) return { address };
  return {
    address,
    count,
    ...(accounts.length > 0 ? { accounts: accounts.map(({ name, count }) => ({ name, count })) } : {}),
    ...(ofOthers > 0 ? { ofOtherAccounts: ofOthers } : {}),
    ...(ofNobody > 0 ? { ofUnknownNames: ofNobody } : {}),
  };
}

/** The account that all of it is about, if it is one. */
export const onlyAccountOf = ({ accounts, ofOthers, ofNobody }: Sum) =>
  accounts.length === 1 && ofOthers + ofNobody === 0 ? accounts[0] : undefined;
