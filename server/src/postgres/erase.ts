import { existsSync } from "node:fs";
import { placeServer, removePlace } from "./place.ts";
import { findPostmaster, stopOrphan } from "./postmaster.ts";
import { supervisorOf } from "./supervision.ts";
import type { Log } from "./types.ts";

/** Removes the embedded server's data for good. Refused while a process runs on it. */
export async function erasePostgres(dataDir: string, log: Log) {
  if (!existsSync(dataDir)) return;
  const place = await placeServer(dataDir, log);
  const supervisor = await supervisorOf(place);
  if (supervisor) {
    throw new Error(`Process ${supervisor.pid} runs PostgreSQL on ${place.home}: stop it first.`);
  }
  const orphan = await findPostmaster(place);
  if (orphan) await stopOrphan(place, orphan, log);
  await removePlace(dataDir);
}
