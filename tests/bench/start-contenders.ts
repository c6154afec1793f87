import { fileURLToPath } from "node:url";
import { byHandToAsk, type Contender, oursToAsk } from "./contenders.ts";
import type { BenchDatabase } from "./databases.ts";
import { type Compared, installPeers, peers } from "./peers.ts";
import { withPeerFunctions } from "./peer-functions.ts";
import { freePort, startProcess, stopProcess } from "./processes.ts";

interface Means {
  /** Whether ours loads the demo bureaus. */
  demo: boolean;
  profiles: string | undefined;
  /** What ends the servers again. */
  stopping: (() => Promise<unknown>)[];
}

const script = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const others: Record<string, Compared> = {
  ...peers,
  reference: { script: "./by-hand/reference.ts", equal: "bytes", requestOf: byHandToAsk },
  limit: { script: "./by-hand/limit.ts", equal: "bytes", requestOf: byHandToAsk },
};

/** Ours, and the named others beside it on the same tables. */
export async function startContenders(database: BenchDatabase, names: readonly string[], means: Means) {
  const unknown = names.filter((name) => !(name in others));
  if (unknown.length > 0)
    throw new Error(`There is no ${unknown.join(", ")} to compare with; there are ${Object.keys(others).join(", ")}.`);
  const contenders: Contender[] = [await startOurs(database, means)];
  if (names.some((name) => name in peers)) {
    installPeers();
    means.stopping.push(await withPeerFunctions(database.sql));
  }
  for (const name of names) {
    const { script: path, ...how } = others[name]!;
    const port = await freePort();
    const env = { BENCH_DATABASE_URL: database.superuserUrl, BENCH_PORT: String(port) };
    contenders.push({ name, number: contenders.length, port, pid: await start(path, env, means), ...how });
  }
  return contenders;
}

export async function startOurs(database: BenchDatabase, means: Means): Promise<Contender> {
  const port = await freePort();
  const env = {
    DATABASE_URL: database.applicationUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    MAPLE_DEMO_PASSWORD: "Bench-of-the-bridge-1",
    MAPLE_DATA: database.folder,
    MAPLE_LOG: "silent",
    PORT: String(port),
  };
  const pid = await start("../../server/src/main.ts", env, means, means.demo ? [] : ["--empty"]);
  return { name: "ours", number: 0, port, pid, equal: "bytes", requestOf: oursToAsk };
}

async function start(path: string, env: Record<string, string>, { profiles, stopping }: Means, args: string[] = []) {
  const child = await startProcess(script(path), env, { profiles, args });
  stopping.push(() => stopProcess(child));
  // A request that is not answered ends the bench, and its database with it.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => child.kill());
  return child.pid!;
}
