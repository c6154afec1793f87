import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { must, succeeds } from "./run.ts";
import type { Account, Log } from "./types.ts";

const userName = "postgres";

/** PostgreSQL refuses to run as root, so there it runs as whoever owns the data already, or as the user `postgres`. */
export async function serverAccount(cluster: string, log: Log): Promise<Account | undefined> {
  const owner = existsSync(cluster) ? await stat(cluster) : undefined;
  const self = process.getuid?.();
  if (self !== 0) {
    if (owner && owner.uid !== self)
      throw new Error(`${cluster} belongs to user ${owner.uid}: start as that user, or as root.`);
    return undefined;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return systemUser(log);
}

async function systemUser(log: Log): Promise<Account> {
  if (!(await succeeds("id", ["-u", userName]))) {
    log(`creating the system user ${userName}, because PostgreSQL does not run as root`);
    await must("useradd", [
      "--system",
      "--user-group",
      "--home-dir",
      "/nonexistent",
      "--shell",
      "/usr/sbin/nologin",
      userName,
    ]);
  }
  return { uid: Number(await must("id", ["-u", userName])), gid: Number(await must("id", ["-g", userName])) };
}
