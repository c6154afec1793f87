import { erasePostgres } from "@maple-bridge/server/postgres/erase";
import { processInfo } from "@maple-bridge/server/postgres/processes";
import { randomBytes } from "node:crypto";
import { mkdir, readdir, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const prefix = "maple-bridge-test-";

/** A folder for a server that lives as long as this process; what killed runs left behind goes first. */
export async function claimTestFolder(): Promise<string> {
  for (const name of await readdir(tmpdir())) {
    if (name.startsWith(prefix)) await sweep(join(tmpdir(), name));
  }
  const folder = join(tmpdir(), `${prefix}${process.pid}-${randomBytes(4).toString("hex")}`);
  await mkdir(folder, { mode: 0o755 });
  return folder;
}

export function removeTestFolder(folder: string) {
  return erasePostgres(folder, () => {});
}

async function sweep(folder: string) {
  const maker = Number(folder.slice(join(tmpdir(), prefix).length).split("-")[0]);
  const isOurs = (await stat(folder)).uid === process.getuid?.();
  if (isOurs && !(await processInfo(maker))) await removeTestFolder(folder);
}
