import { existsSync } from "node:fs";
import { access, constants, readdir, stat, statfs } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { readSettings } from "../../face/settings.ts";
import { lastBackup } from "../backup/last-backup.ts";
import { bad, type CheckHere, type CheckThere, type Finding, soon, well } from "./finding.ts";

const gigabyte = 1_024 ** 3;
const dayMs = 86_400_000;

/** The settings can be read, so that a start does not end with them. */
export const settingsCheck: CheckHere = async ({ env }) => {
  try {
    readSettings([], env);
    return [well("SETTINGS_READ")];
  } catch (error) {
    return [bad("SETTINGS_WRONG", { reason: (error as Error).message })];
  }
};

export const folderCheck: CheckHere = async ({ dataFolder }) => {
  if (!existsSync(dataFolder)) return [bad("FOLDER_ABSENT", { folder: dataFolder })];
  const may = await access(dataFolder, constants.W_OK).then(
    () => true,
    () => false,
  );
  return [may ? well("FOLDER_THERE", { folder: dataFolder }) : bad("FOLDER_READ_ONLY", { folder: dataFolder })];
};

/** What is secret in the data folder is its owner's to read alone. */
export const permissionsCheck: CheckHere = async ({ dataFolder }) => secretsIn(dataFolder);

export const roomCheck: CheckHere = async ({ dataFolder }) => roomIn(dataFolder);

/** The embedded server's own, which may lie elsewhere. */
export const clusterCheck: CheckThere = async ({ postgres: { folder } }) =>
  folder === undefined ? [] : [...(await secretsIn(folder)), ...(await roomIn(folder))];

const secret = /\.key$|^demo-password$|^credentials\.json$|^audit-heads.*\.jsonl$/;

async function secretsIn(folder: string): Promise<Finding[]> {
  if (!existsSync(folder)) return [];
  const open: string[] = [];
  for (const name of (await readdir(folder)).filter((each) => secret.test(each))) {
    const { mode } = await stat(join(folder, name));
    if (mode & 0o077) open.push(join(folder, name));
  }
  return open.length > 0 ? open.map((file) => bad("SECRET_OPEN", { file })) : [well("SECRETS_CLOSED", { folder })];
}

async function roomIn(folder: string): Promise<Finding[]> {
  if (!existsSync(folder)) return [];
  const { bavail, bsize, blocks } = await statfs(folder);
  const free = bavail * bsize;
  const params = { gigabytes: (free / gigabyte).toFixed(1), folder };
  if (free < gigabyte) return [bad("ROOM_NONE", params)];
  return [free < 10 * gigabyte && bavail < blocks / 10 ? soon("ROOM_LITTLE", params) : well("ROOM_ENOUGH", params)];
}

/** Free, or taken by a server of ours. */
export const portCheck: CheckHere = async ({ env }) => {
  const port = Number(env["PORT"] ?? 4000);
  const host = env["HOST"] ?? "127.0.0.1";
  if (await isFree(port, host)) return [well("PORT_FREE", { port })];
  const asked = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const answer = await fetch(`http://${asked}:${port}/livez`, { signal: AbortSignal.timeout(3_000) })
    .then((response) => response.json() as Promise<{ alive?: boolean }>)
    .catch(() => ({ alive: false }));
  return [answer.alive ? well("PORT_OURS", { port }) : bad("PORT_TAKEN", { port })];
};

const isFree = (port: number, host: string) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });

const mostDays = 2;

export const backupCheck: CheckHere = async ({ dataFolder, now }) => {
  const last = await lastBackup(dataFolder);
  if (!last) return [soon("BACKUP_NONE")];
  const days = (now.getTime() - Date.parse(last.takenAt)) / dayMs;
  const params = { at: last.takenAt, file: last.file };
  const age = days > mostDays ? soon("BACKUP_OLD", params) : well("BACKUP_FRESH", params);
  return last.isEncrypted ? [age] : [age, soon("BACKUP_PLAIN", params)];
};
