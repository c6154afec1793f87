import { Unavailable } from "#kernel/errors";
import { countShares } from "#kernel/shares";
import type { Actor } from "#kernel/actor";
import { networkOf } from "#kernel/network";

/** Requests under way at one time: in all, of one bureau, and of one account or one network of strangers. */
export interface MostInFlight {
  all: number;
  bureau: number;
  asker: number;
}

const usualMost: MostInFlight = { all: 600, bureau: 300, asker: 200 };

export type InFlight = ReturnType<typeof limitInFlight>;

/** Counts the requests under way: one is refused at once when there are too many, of all or of those who ask. */
export function limitInFlight(most = usualMost) {
  const shares = countShares();

  async function holding<T>(claims: Parameters<typeof shares.take>[0], work: () => Promise<T>): Promise<T> {
    const giveBack = shares.take(claims);
    if (!giveBack) throw new Unavailable();
    try {
      return await work();
    } finally {
      giveBack();
    }
  }

  return {
    count: () => shares.of("all"),
    counted: <T>(work: () => Promise<T>) => holding([["all", most.all]], work),
    /** Once it is known who asks. */
    countedFor: <T>(actor: Actor | null, address: string, work: () => Promise<T>) =>
      holding(
        actor
          ? [
              [`bureau ${actor.bureauId}`, most.bureau],
              [`account ${actor.accountId}`, most.asker],
            ]
          : [[`network ${networkOf(address)}`, most.asker]],
        work,
      ),
  };
}
