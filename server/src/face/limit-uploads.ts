import type { Actor } from "#kernel/actor";
import { Unavailable } from "#kernel/errors";
import { countShares } from "#kernel/shares";

/** Files under way at one time, which are held in memory: in all, of one bureau and of one account. */
const most = { all: 24, bureau: 6, account: 3 };

export type Uploads = ReturnType<typeof limitUploads>;

export function limitUploads() {
  const shares = countShares();
  return {
    async counted<T>({ bureauId, accountId }: Actor, work: () => Promise<T>): Promise<T> {
      const giveBack = shares.take([
        ["all", most.all],
        [`bureau ${bureauId}`, most.bureau],
        [`account ${accountId}`, most.account],
      ]);
      if (!giveBack) throw new Unavailable([], "TOO_MANY_UPLOADS");
      try {
        return await work();
      } finally {
        giveBack();
      }
    },
  };
}
