import { setInterval } from "node:timers";
import { setTimeout } from "node:timers/promises";
import type { Database } from "#kernel/database/database";
import { headsToKeep } from "./audit-chain.store.ts";
import { type HeadsFile, openHeadsFile } from "./heads-file.ts";
import { compareHeads, type FurthestHeads, keptHere, type KeptHead, type NewestHead, noteHeads } from "./kept-heads.ts";

/** More would make a line that is unwieldy to read; a bureau takes some 150 bytes of it. */
const mostInLine = 1_000;
const hourMs = 3_600_000;
const longestStopMs = 2_000;

export interface Kept {
  bureaus: number;
  moved: number;
  lost: NewestHead[];
  /** The file was longer before: what is known of it was written into it again. */
  wasCut: boolean;
}

export interface Keeper {
  keep(now: Date): Promise<Kept>;
}

/** Keeps the ends of all chains in the folder's file, and knows those kept before. */
export async function openKeeper(database: Pick<Database, "writes">, folder: string): Promise<Keeper> {
  const file = await openHeadsFile(folder);
  const kept = await readKept(file);
  let size = await file.size();
  return {
    async keep(now) {
      const heads = await headsToKeep(database);
      const wasCut = (await file.size()) < size;
      const { moved, lost } = compareHeads(kept, heads);
      const at = now.toISOString();
      if (wasCut) await append(at, [...kept.values()]);
      // An hour in which nothing moved leaves a line too: the file tells when it was written last.
      await append(at, moved);
      size = await file.size();
      for (const known of [kept, keptHere]) noteHeads(known, at, moved);
      return { bureaus: heads.length, moved: moved.length, lost, wasCut };
    },
  };

  async function append(at: string, heads: readonly KeptHead[]) {
    for (let start = 0; start === 0 || start < heads.length; start += mostInLine)
      await file.append({ at, heads: heads.slice(start, start + mostInLine) });
  }
}

/** The furthest head of each bureau that the file holds; what is wrong with a line, `verify-audit` tells. */
async function readKept(file: HeadsFile): Promise<FurthestHeads> {
  const kept: FurthestHeads = new Map();
  for await (const { keeping } of file.lines())
    if (keeping) for (const known of [kept, keptHere]) noteHeads(known, keeping.at, keeping.heads);
  return kept;
}

interface Log {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Now, and every hour from now on. What fails is logged with how often it failed in a row, and tried again in an hour. */
export function keepHeadsHourly(database: Pick<Database, "writes">, folder: string, log: Log, now = () => new Date()) {
  let keeper: Keeper | undefined;
  let failures = 0;
  let running = Promise.resolve();

  async function keep() {
    try {
      keeper ??= await openKeeper(database, folder);
      const { bureaus, moved, lost, wasCut } = await keeper.keep(now());
      failures = 0;
      log.info({ bureaus, moved, lost: lost.length }, "kept the ends of the audit logs");
      if (wasCut) log.error({ folder }, "the file of kept audit ends was cut; what was known of it is in it again");
      for (const { code, sequence, hash, at } of lost)
        log.error({ code, sequence, hash, at }, "the audit log no longer has an end that was kept: rows were cut off");
    } catch (error) {
      log.error({ err: error, failures: ++failures }, "could not keep the ends of the audit logs");
    }
  }

  const turn = () => (running = running.then(keep));
  void turn();
  const timer = setInterval(turn, hourMs).unref();
  return {
    /** Ends the hourly keeping, once what is under way is done; a database that does not answer holds nobody up. */
    async stop() {
      clearInterval(timer);
      await Promise.race([running, setTimeout(longestStopMs, undefined, { ref: false })]);
    },
  };
}
