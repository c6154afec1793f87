import { existsSync } from "node:fs";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { processInfo } from "./processes.ts";
import type { Place } from "./types.ts";

/** Who runs the server on some data. The file holds the process's id with its start, which together are no other's. */
interface Supervision {
  pid: number;
  isReady: boolean;
}

/** The process that runs, or is about to run, the server on this data. */
export async function supervisorOf(place: Place): Promise<Supervision | undefined> {
  const written = existsSync(fileIn(place)) ? await readFile(fileIn(place), "utf8") : "";
  const [pid = "", startedAt, state] = written.trim().split(" ");
  const found = pid ? await processInfo(Number(pid)) : undefined;
  if (!found || (startedAt !== undefined && startedAt !== found.startedAt)) return undefined;
  return { pid: found.pid, isReady: state !== "starting" };
}

/** Makes this process the one that runs the server, or gives the one that does already. */
export async function claimSupervision(place: Place): Promise<Supervision | undefined> {
  const own = await write(place, "starting");
  try {
    for (;;) {
      if (await linked(own, fileIn(place))) return undefined;
      const other = await supervisorOf(place);
      if (other) return other;
      await rm(fileIn(place), { force: true });
    }
  } finally {
    await rm(own, { force: true });
  }
}

/** From now on others may use the server. */
export async function tellReady(place: Place) {
  await rename(await write(place, "ready"), fileIn(place));
}

export async function endSupervision(place: Place) {
  await rm(fileIn(place), { force: true });
}

let claims = 0;

async function write(place: Place, state: "starting" | "ready") {
  const { startedAt } = (await processInfo(process.pid))!;
  const path = `${fileIn(place)}.${process.pid}.${claims++}`;
  await writeFile(path, `${process.pid} ${startedAt} ${state}\n`);
  return path;
}

/** A link is there at once with all that it holds, or not at all. */
async function linked(from: string, to: string) {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function fileIn(place: Place) {
  return join(place.home, "supervisor.pid");
}
