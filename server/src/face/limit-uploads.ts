import type { Actor } from "#kernel/actor";
import { Unavailable } from "#kernel/errors";
import { countShares } from "#kernel/shares";

/** Files under way at one time, which are held in memory: in all, of one bureau and of one account. */
interface Most {
  all: number;
  bureau: number;
  account: number;
}

export type Uploads = ReturnType<typeof limitUploads>;

export const limitUploads = () => countFiles({ all: 24, bureau: 6, account: 3 }, "TOO_MANY_UPLOADS");
export const limitDownloads = () => countFiles({ all: 48, bureau: 16, account: 8 }, "TOO_MANY_DOWNLOADS");

function countFiles(most: Most, refusal: string) {
  const shares = countShares();

  /** For one file, until it is given back. */
  function take({ bureauId, accountId }: Actor): () => void {
    const giveBack = shares.take([
      ["all", most.all],
      [`bureau ${bureauId}`, most.bureau],
      [`account ${accountId}`, most.account],
    ]);
    if (!giveBack) throw new Unavailable([], refusal);
    return giveBack;
  }

  return {
    take,
    async counted<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
      const giveBack = take(actor);
      try {
        return await work();
      } finally {
        giveBack();
      }
    },
  };
}
