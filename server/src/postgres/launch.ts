import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { open, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { programIn } from "./binaries.ts";
import { pause } from "./pause.ts";
import { isReady } from "./postmaster.ts";
import { cleanEnvironment } from "./run.ts";
import { makeSocketFolder, socketFolder } from "./socket.ts";
import type { Place, StartOptions } from "./types.ts";

const largestLog = 8_000_000;
/** A restore takes the whole database away and builds another one in one transaction, which locks each part of both. */
const locks = 256;
const withoutDurability = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

export interface Server {
  child: ChildProcess;
  exited: Promise<string>;
}

/** Starts the server in a session of its own, so that Ctrl-C in the terminal does not stop it before its clients. */
export async function launch(place: Place, port: number, options: StartOptions): Promise<Server> {
  await makeSocketFolder(place);
  const log = openSync(await logFile(place), "a", 0o600);
  const child = spawn(
    programIn(place.native, "postgres"),
    ["-D", place.cluster, "-p", String(port), ...flags(place, options).flatMap((setting) => ["-c", setting])],
    { cwd: "/", detached: true, env: cleanEnvironment, stdio: ["ignore", log, log], ...place.account },
  );
  closeSync(log);
  const exited = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  return { child, exited };
}

export async function untilReady(place: Place, { child, exited }: Server) {
  let end: string | undefined;
  void exited.then((how) => (end = how));
  while (!(child.pid && (await isReady(place, child.pid)))) {
    if (end !== undefined) throw new Error(`PostgreSQL did not start (${end}): ${await tailOfLog(place)}`);
    await pause(20);
  }
}

/** Fast shutdown, then immediate, then none of its choosing: all within ten seconds. */
export async function terminate({ child, exited }: Server) {
  for (const [signal, patience] of [
    ["SIGINT", 7_000],
    ["SIGQUIT", 2_000],
    ["SIGKILL", 1_000],
  ] as const) {
    child.kill(signal);
    const patient = new AbortController();
    const ended = await Promise.race([exited.then(() => true), pause(patience, patient.signal).then(() => false)]);
    patient.abort();
    if (ended) return;
  }
}

function flags(place: Place, options: StartOptions) {
  const folder = socketFolder(place);
  const always = [
    `listen_addresses=${folder === null ? "127.0.0.1" : ""}`,
    `unix_socket_directories=${folder === null ? "" : `"${folder.replaceAll('"', '""')}"`}`,
    `max_locks_per_transaction=${locks}`,
  ];
  return options.durability === "none" ? [...always, ...withoutDurability] : always;
}

async function logFile(place: Place) {
  const path = join(place.home, "postgres.log");
  if (existsSync(path) && (await stat(path)).size > largestLog) await rename(path, `${path}.1`);
  return path;
}

async function tailOfLog(place: Place) {
  await using file = await open(join(place.home, "postgres.log"));
  const { size } = await file.stat();
  const from = Math.max(0, size - 1_000);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(1_000), 0, 1_000, from);
  return buffer.toString("utf8", 0, bytesRead).trim();
}
