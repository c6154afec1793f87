import type { Logger } from "pino";
import { Refusal, Unavailable } from "../errors.ts";
import { countShares } from "../shares.ts";
import { takeTurns } from "../turns.ts";
import { digestOf, type FileStore, mostFileBytes } from "./file-store.ts";

const usualBounds = {
  /** Files on their way to or from the store, which are held in memory: in all, and of one bureau. */
  all: 24,
  bureau: { atOnce: 4, waiting: 60, patienceMs: 8_000 },
  /** For one of them. */
  longestMs: 10_000,
};

/** A store as requests use it: each bureau has its share of it, and what it gives is what was put. */
export function sharedFiles(store: FileStore, log: Logger, bounds = usualBounds): FileStore {
  const inTurn = takeTurns(bounds.bureau);
  const shares = countShares();

  async function during<T>(
    bureauId: string,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    return inTurn(bureauId, async () => {
      signal.throwIfAborted();
      const giveBack = shares.take([["all", bounds.all]]);
      if (!giveBack) throw new Unavailable([], "FILES_UNREACHABLE");
      try {
        return await work(AbortSignal.any([signal, AbortSignal.timeout(bounds.longestMs)]));
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof Refusal) throw error;
        log.error({ err: error, bureauId }, "the store of files failed");
        throw new Unavailable([], "FILES_UNREACHABLE");
      } finally {
        giveBack();
      }
    });
  }

  return {
    put(bureauId, digest, bytes, signal) {
      if (bytes.length > mostFileBytes) return Promise.reject(new Error("This is too large for a file of the store."));
      return during(bureauId, signal, (within) => store.put(bureauId, digest, bytes, within));
    },
    async get(bureauId, digest, signal) {
      const bytes = await during(bureauId, signal, (within) => store.get(bureauId, digest, within));
      if (bytes === null || digestOf(bytes) === digest) return bytes;
      log.error({ bureauId, digest }, "a file of the store is not what was put there");
      return null;
    },
    has: (bureauId, digest, signal) => during(bureauId, signal, (within) => store.has(bureauId, digest, within)),
    delete: (bureauId, digest, signal) => during(bureauId, signal, (within) => store.delete(bureauId, digest, within)),
  };
}
