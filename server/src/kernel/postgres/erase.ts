import { existsSync } from "node:fs";
import { placeServer, removePlace } from "./place.ts";
import { findPostmaster, isSupervised, stopOrphan } from "./postmaster.ts";
import type { Log } from "./types.ts";

/** Removes the embedded server's data for good. Refused while a process runs on it. */
export async function erasePostgres(dataDir: string, log: Log) {
  if (!existsSync(dataDir)) return;
  const place = await placeServer(dataDir, log);
  const found = await findPostmaster(place);
  if (found && (await isSupervised(place, found))) {
    throw new Error(`Process ${found.parent} runs PostgreSQL on ${place.home}: stop it first.`);
  }
  if (found) await stopOrphan(place, found, log);
  await removePlace(dataDir);
}
