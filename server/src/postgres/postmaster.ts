import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { pause } from "./pause.ts";
import type { ProcessInfo } from "./processes.ts";
import { processInfo, signalProcess } from "./processes.ts";
import type { Log, Place } from "./types.ts";

const pollEvery = 20;

/** The postmaster that runs on this cluster now, whoever started it. A lock file that lies is removed. */
export async function findPostmaster(place: Place): Promise<ProcessInfo | undefined> {
  const lines = await lockLines(place);
  if (!lines) return undefined;
  const found = await processInfo(Number(lines[0]));
  if (found && /postgres|postmaster/.test(found.command) && found.command.includes(place.cluster)) return found;
  await rm(lockFile(place), { force: true });
  return undefined;
}

export async function isReady(place: Place, pid: number) {
  const lines = await lockLines(place);
  return lines?.[0] === String(pid) && lines[7]?.trim() === "ready";
}

/** Stops a server whose supervisor was killed: politely, then at once. */
export async function stopOrphan(place: Place, orphan: ProcessInfo, log: Log) {
  log("stopping the PostgreSQL that a killed start left behind", { pid: orphan.pid });
  for (const [signal, patience] of [
    ["SIGINT", 10_000],
    ["SIGQUIT", 5_000],
  ] as const) {
    signalProcess(orphan.pid, signal);
    for (let waited = 0; waited < patience; waited += pollEvery) {
      if (!(await findPostmaster(place))) return;
      await pause(pollEvery);
    }
  }
  throw new Error(`PostgreSQL with process id ${orphan.pid} on ${place.cluster} does not stop: end it by hand.`);
}

async function lockLines(place: Place): Promise<string[] | undefined> {
  return existsSync(lockFile(place)) ? (await readFile(lockFile(place), "utf8")).split("\n") : undefined;
}

function lockFile(place: Place) {
  return join(place.cluster, "postmaster.pid");
}
