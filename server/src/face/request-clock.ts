import type { FastifyReply } from "fastify";
import { Unavailable } from "#kernel/errors";

/** Statements end before requests do, and requests before connections. */
const requestTimeMs = 15_000;

/** Why nobody waits, where it is no want of anything: there is nobody to tell either. */
export const callerGone = "CALLER_GONE";

/** One clock over all that a request does, from the look who asks to the answer. */
export interface RequestClock {
  /** Aborted when nobody waits any more: the caller is gone, or the time is over. */
  signal: AbortSignal;
  /** What the work gives, or a refusal once nobody waits for it any more. */
  within<T>(work: Promise<T>): Promise<T>;
  stop(): void;
}

/** Runs until the answer is out. */
export function startClock({ raw }: Pick<FastifyReply, "raw">, timeMs = requestTimeMs): RequestClock {
  const controller = new AbortController();
  let giveUp = (_reason: Unavailable) => {};
  const late = new Promise<never>((_resolve, reject) => (giveUp = reject));
  late.catch(() => {});
  const timer = setTimeout(() => end(), timeMs);
  const stop = () => clearTimeout(timer);

  function end(why?: string) {
    stop();
    const reason = new Unavailable([], why);
    controller.abort(reason);
    giveUp(reason);
  }

  raw.once("close", () => (raw.writableFinished ? stop() : end(callerGone)));
  return { signal: controller.signal, within: (work) => Promise.race([work, late]), stop };
}
