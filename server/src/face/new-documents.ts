import { Unavailable } from "#kernel/errors";
import { fairQueue } from "#kernel/database/fair-queue";
import { networkOf } from "#kernel/network";
import type { FaceContext } from "./request-context.ts";

const kilobytes = 1_000;

/** What may wait of one account, or network of strangers, and of one bureau, or all strangers. */
const most = {
  account: { count: 100, bytes: 2_000 * kilobytes },
  bureau: { count: 300, bytes: 6_000 * kilobytes },
};

interface Waiting {
  bureauId: string;
  accountId: string;
  bytes: number;
  signal: AbortSignal;
  begin(): void;
}

export type NewDocuments = ReturnType<typeof takeNewDocuments>;

/**
 * A document that is not known yet is parsed, validated and planned in one go, and may keep the loop for milliseconds. One is
 * taken up in each turn of the loop, bureaus and their accounts in turn: whatever else is ready goes on in between.
 */
export function takeNewDocuments() {
  const queue = fairQueue<Waiting>(most);
  let isScheduled = false;

  function schedule() {
    if (!isScheduled) setImmediate(takeOne);
    isScheduled = true;
  }

  function takeOne() {
    isScheduled = false;
    queue.remove(({ signal }) => signal.aborted);
    queue.next(() => true)?.begin();
    if (queue.size > 0) schedule();
  }

  /** Settles when its turn has come; never once nobody waits for the answer any more. */
  return function turnOf({ actor, http, signal }: FaceContext, text: unknown): Promise<void> {
    const { bureauId, accountId } = actor ?? { bureauId: "strangers", accountId: networkOf(http.address) };
    const bytes = typeof text === "string" ? text.length : 0;
    return new Promise((begin, reject) => {
      if (!queue.add({ bureauId, accountId, bytes, signal, begin })) return reject(new Unavailable());
      schedule();
    });
  };
}
