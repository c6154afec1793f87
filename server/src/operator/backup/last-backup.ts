import { existsSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What the data folder remembers of the backup that was taken last. */
export interface LastBackup {
  takenAt: string;
  file: string;
  bytes: number;
  isEncrypted: boolean;
}

const pathIn = (dataFolder: string) => join(dataFolder, "last-backup.json");

export async function rememberBackup(dataFolder: string, backup: LastBackup) {
  const path = pathIn(dataFolder);
  await writeFile(`${path}.new`, `${JSON.stringify(backup, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

export async function lastBackup(dataFolder: string): Promise<LastBackup | null> {
  const path = pathIn(dataFolder);
  return existsSync(path) ? (JSON.parse(await readFile(path, "utf8")) as LastBackup) : null;
}
