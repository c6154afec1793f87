import { existsSync } from "node:fs";
import { chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { programIn } from "./binaries.ts";
import type { Credentials } from "./credentials.ts";
import { roles } from "./credentials.ts";
import { must } from "./run.ts";
import type { Place, StartOptions } from "./types.ts";

// Errors of statements and their texts carry people's data, so neither reaches the log.
const settings = {
  timezone: "UTC",
  log_timezone: "UTC",
  max_connections: "100",
  shared_buffers: "256MB",
  effective_cache_size: "1GB",
  work_mem: "16MB",
  maintenance_work_mem: "64MB",
  wal_compression: "on",
  max_wal_size: "1GB",
  checkpoint_timeout: "15min",
  fsync: "on",
  synchronous_commit: "on",
  jit: "off",
  max_parallel_workers_per_gather: "0",
  idle_in_transaction_session_timeout: "60s",
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_statement: "none",
  log_checkpoints: "off",
};

/** Makes the cluster where there is none. It appears under its name only when it is whole. */
export async function ensureCluster(place: Place, credentials: Credentials, options: StartOptions) {
  if (existsSync(place.cluster)) return assertSameMajor(place);
  options.log("creating the database cluster", { folder: place.cluster });
  const unfinished = `${place.cluster}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await give(place, unfinished);
  await initialise(place, unfinished, credentials.superuser, options);
  await rename(unfinished, place.cluster);
}

async function initialise(place: Place, folder: string, password: string, options: StartOptions) {
  const passwordFile = join(folder, "..", "initial-password");
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, password, { mode: 0o600 });
  await give(place, passwordFile);
  const flags = [
    ...[`--pgdata=${folder}`, `--username=${roles.superuser}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
    ...["--encoding=UTF8", "--locale=C", "--data-checksums", "--no-instructions"],
    ...Object.entries(settings).map(([name, value]) => `--set=${name}=${value}`),
    ...(options.durability === "none" ? ["--no-sync"] : []),
  ];
  try {
    const made = must(programIn(place.native, "initdb"), flags, place.account);
    options.onMaking?.();
    await made;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function give({ account }: Place, path: string) {
  if (account) await chown(path, account.uid, account.gid);
}

async function assertSameMajor(place: Place) {
  const made = (await readFile(join(place.cluster, "PG_VERSION"), "utf8")).trim();
  const version = await must(programIn(place.native, "postgres"), ["--version"], place.account);
  const runs = /\) (\d+)/.exec(version)?.[1];
  if (made !== runs) {
    throw new Error(
      `${place.cluster} was made by PostgreSQL ${made} and this is ${runs}: take a backup with the version that made it, and restore that into a new folder.`,
    );
  }
}
