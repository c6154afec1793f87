export interface Waiting {
  bureauId: string;
  accountId: string;
  bytes: number;
}

export interface Bounds {
  count: number;
  bytes: number;
}

/** What may wait of one account, and of one bureau. */
export interface FairBounds {
  account: Bounds;
  bureau: Bounds;
}

type Held = Bounds;

interface OfBureau<W> extends Held {
  accounts: Map<string, OfAccount<W>>;
}

interface OfAccount<W> extends Held {
  waiting: W[];
}

export type FairQueue<W extends Waiting> = ReturnType<typeof fairQueue<W>>;

/**
 * Bureaus take turns, and within one its accounts, however much each has waiting. Whose turn has come goes to the end; what
 * is beyond the bounds is refused, and that of nobody else.
 */
export function fairQueue<W extends Waiting>(most: FairBounds) {
  const bureaus = new Map<string, OfBureau<W>>();
  let size = 0;

  function placeOf({ bureauId, accountId }: W): [OfBureau<W>, OfAccount<W>] {
    let bureau = bureaus.get(bureauId);
    if (!bureau) bureaus.set(bureauId, (bureau = { count: 0, bytes: 0, accounts: new Map() }));
    let account = bureau.accounts.get(accountId);
    if (!account) bureau.accounts.set(accountId, (account = { count: 0, bytes: 0, waiting: [] }));
    return [bureau, account];
  }

  function hold(item: W, place: readonly Held[], sign: 1 | -1) {
    size += sign;
    for (const held of place) {
      held.count += sign;
      held.bytes += sign * item.bytes;
    }
  }

  function forgetEmpty({ bureauId, accountId }: W, [bureau, account]: [OfBureau<W>, OfAccount<W>]) {
    if (account.count === 0) bureau.accounts.delete(accountId);
    if (bureau.count === 0) bureaus.delete(bureauId);
  }

  function take(item: W, place: [OfBureau<W>, OfAccount<W>]): W {
    place[1].waiting.shift();
    hold(item, place, -1);
    toTheEnd(bureaus, item.bureauId);
    toTheEnd(place[0].accounts, item.accountId);
    forgetEmpty(item, place);
    return item;
  }

  return {
    get size() {
      return size;
    },
    /** Whether it may wait; what was let in elsewhere, where it was bounded, may in any case. */
    add(item: W, isLetIn = false): boolean {
      const place = placeOf(item);
      const [bureau, account] = place;
      if (!isLetIn && (isBeyond(most.account, account, item) || isBeyond(most.bureau, bureau, item))) {
        forgetEmpty(item, place);
        return false;
      }
      account.waiting.push(item);
      hold(item, place, 1);
      return true;
    },
    /** Ahead of what the account has waiting, and beyond the bounds if need be: for what has been let in before. */
    addAgain(item: W) {
      const place = placeOf(item);
      place[1].waiting.unshift(item);
      hold(item, place, 1);
    },
    /** The first in turn that may go now. */
    next(mayGo: (item: W) => boolean): W | undefined {
      for (const bureau of bureaus.values())
        for (const account of bureau.accounts.values()) {
          const [first] = account.waiting;
          if (first && mayGo(first)) return take(first, [bureau, account]);
        }
      return undefined;
    },
    /** Takes out all that nobody waits for. */
    remove(isOver: (item: W) => boolean): W[] {
      const removed: W[] = [];
      for (const bureau of bureaus.values())
        for (const account of bureau.accounts.values()) {
          const over = account.waiting.filter(isOver);
          if (over.length === 0) continue;
          account.waiting = account.waiting.filter((each) => !over.includes(each));
          for (const item of over) {
            hold(item, [bureau, account], -1);
            forgetEmpty(item, [bureau, account]);
          }
          removed.push(...over);
        }
      return removed;
    },
  };
}

const isBeyond = (most: Bounds, held: Held, { bytes }: Waiting) =>
  held.count >= most.count || held.bytes + bytes > most.bytes;

function toTheEnd<V>(turns: Map<string, V>, key: string) {
  const value = turns.get(key);
  if (value === undefined) return;
  turns.delete(key);
  turns.set(key, value);
}
