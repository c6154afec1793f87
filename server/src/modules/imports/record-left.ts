import type { Logger } from "pino";
import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "#kernel/database/database";
import { inBureau } from "#kernel/database/in-bureau";
import { recordNext } from "./import-deeds.store.ts";

interface Place {
  database: Pick<Database, "writes">;
  log: Logger;
}

const pauseMs = 5_000;

/** Tells the audit log of what large imports have written, portion by portion, until nothing is left or it is stopped. */
export async function recordLeft(place: Place, bureauId: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      if (!(await inBureau(place.database, bureauId, (sql) => recordNext(sql, bureauId)))) return;
    } catch (error) {
      place.log.error({ err: error, bureauId }, "the audit rows of an import are late; they are tried again");
      await pause(pauseMs, undefined, { signal }).catch(() => {});
    }
  }
}

/** What a server that ended in between has left, in every bureau. */
export async function recordAllLeft(place: Place, signal: AbortSignal): Promise<void> {
  const bureaus = await place.database.writes<{ bureauId: string }[]>`
    select bureau_id from bureaus_with_import_deeds() as bureau_id`;
  for (const { bureauId } of bureaus) await recordLeft(place, bureauId, signal);
}
