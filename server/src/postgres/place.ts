import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, cp, mkdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { serverAccount } from "./account.ts";
import { nativeFolder, nativeVersion, programIn } from "./binaries.ts";
import { must, succeeds } from "./run.ts";
import type { Account, Log, Place } from "./types.ts";

const systemFolder = "/var/lib/maple-bridge";

/** Where the server's files are: in the project, unless root started it from a folder its user cannot enter. */
export async function placeServer(dataDir: string, log: Log): Promise<Place> {
  await mkdir(dataDir, { recursive: true });
  const own = await realpath(dataDir);
  const moved = await movedTo(own);
  const account = await serverAccount(join(moved ?? own, "cluster"), log);
  if (!account) return at(moved ?? own, nativeFolder());
  const native = await reachableBinaries(account, log);
  if (moved) return at(moved, native, account);
  if (await mayEnter(account, own)) return at(own, native, account);
  return at(await moveData(own, log), native, account);
}

export function at(home: string, native: string, account?: Account): Place {
  return { home, cluster: join(home, "cluster"), native, account };
}

/** The home of the data that was moved out of `dataDir`, if it was. */
export async function movedTo(dataDir: string): Promise<string | undefined> {
  const pointer = join(dataDir, "moved-to");
  if (!existsSync(pointer)) return undefined;
  const home = (await readFile(pointer, "utf8")).trim();
  await mkdir(home, { recursive: true });
  return home;
}

async function moveData(dataDir: string, log: Log): Promise<string> {
  const home = join(systemFolder, createHash("sha256").update(dataDir).digest("hex").slice(0, 16));
  log(`PostgreSQL's user cannot enter ${dataDir}: its data is kept in ${home}`);
  await makeFolder(home);
  if (existsSync(join(dataDir, "cluster")) && !existsSync(join(home, "cluster"))) {
    await must("cp", ["-a", `${dataDir}/.`, home]);
  }
  await writeFile(join(dataDir, "moved-to"), `${home}\n`);
  return home;
}

async function reachableBinaries(account: Account, log: Log): Promise<string> {
  const native = nativeFolder();
  if (await succeeds(programIn(native, "postgres"), ["--version"], account)) return native;
  const copy = join(systemFolder, `postgresql-${nativeVersion(native)}`);
  if (existsSync(copy)) return copy;
  log(`PostgreSQL's user cannot enter ${native}: its binaries are copied to ${copy}`);
  await makeFolder(systemFolder);
  const unfinished = `${copy}.${process.pid}`;
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await must("chmod", ["-R", "a+rX", unfinished]);
  await rename(unfinished, copy);
  return copy;
}

async function makeFolder(path: string) {
  await mkdir(path, { recursive: true });
  await chmod(systemFolder, 0o755);
  await chmod(path, 0o755);
}

function mayEnter(account: Account, folder: string) {
  return succeeds("/bin/sh", ["-c", 'cd "$0"', folder], account);
}

export async function removePlace(dataDir: string) {
  const moved = await movedTo(dataDir);
  if (moved) await rm(moved, { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
}
