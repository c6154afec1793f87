import { Unavailable } from "#kernel/errors";
import { type Claim, countShares } from "#kernel/shares";
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

/** A request's place among those under way. */
export interface Place {
  /** Once it is known who asks: it counts among theirs too. */
  claim(actor: Actor | null, request: { ip: string }): void;
  leave(): void;
}

/** Counts the requests under way: one is refused at once when there are too many, of all or of those who ask. */
export function limitInFlight(most = usualMost) {
  const shares = countShares();

  function take(claims: readonly Claim[]): () => void {
    const giveBack = shares.take(claims);
    if (!giveBack) throw new Unavailable();
    return giveBack;
  }

  return {
    count: () => shares.of("all"),
    enter(): Place {
      const own = take([["all", most.all]]);
      let theirs: (() => void) | undefined;
      return {
        claim(actor, request) {
          theirs = take(
            actor
              ? [
                  [`bureau ${actor.bureauId}`, most.bureau],
                  [`account ${actor.accountId}`, most.asker],
                ]
              : [[`network ${networkOf(request.ip)}`, most.asker]],
          );
        },
        leave() {
          theirs?.();
          own();
        },
      };
    },
  };
}
