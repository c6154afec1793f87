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
  refuse(error: Unavailable): void;
}

export type NewDocuments = ReturnType<typeof takeNewDocuments>;

/** After one that took long; what took less than a timer can tell apart is followed in the next turn of the loop. */
const rest = { fromMs: 1, longestMs: 50 };

/**
 * A document that is not known yet is parsed, validated and planned in one go, and may keep the loop for milliseconds. They are
 * taken up one at a time, bureaus and their accounts in turn. While other requests are under way, the loop is then left to them
 * for as long as the document kept it: however many come, half of it stays for what is known.
 */
export function takeNewDocuments(requestsUnderWay: () => number) {
  const queue = fairQueue<Waiting>(most);
  let isTaking = false;
  let begunAt = 0;
  let ownUnderWay = 0;

  /** What is begun in one turn's first call is done, as far as it goes without waiting, when the second is made. */
  function schedule() {
    isTaking = true;
    setImmediate(takeOne);
    setImmediate(restAfterIt);
  }

  function takeOne() {
    begunAt = performance.now();
    for (const { refuse } of queue.remove(({ signal }) => signal.aborted)) refuse(new Unavailable());
    queue.next(() => true)?.begin();
  }

  function restAfterIt() {
    const took = performance.now() - begunAt;
    if (took < rest.fromMs || requestsUnderWay() <= ownUnderWay) goOn();
    else setTimeout(goOn, Math.min(took, rest.longestMs));
  }

  function goOn() {
    isTaking = false;
    if (queue.size > 0) schedule();
  }

  function turnOf({ actor, http, signal }: FaceContext, text: unknown): Promise<void> {
    const { bureauId, accountId } = actor ?? { bureauId: "strangers", accountId: networkOf(http.address) };
    const bytes = typeof text === "string" ? text.length : 0;
    return new Promise((begin, refuse) => {
      if (!queue.add({ bureauId, accountId, bytes, signal, begin, refuse })) return refuse(new Unavailable());
      if (!isTaking) schedule();
    });
  }

  /** Does the work when the document's turn has come; refused where nobody waits for the answer any more. */
  return async function inTurn<R>(ctx: FaceContext, text: unknown, work: () => Promise<R>): Promise<R> {
    ownUnderWay++;
    try {
      await turnOf(ctx, text);
      return await work();
    } finally {
      ownUnderWay--;
    }
  };
}
