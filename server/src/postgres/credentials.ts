import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, readFile, rename, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { socketFolder } from "./socket.ts";
import type { Place } from "./types.ts";

export interface Credentials {
  port: number;
  superuser: string;
  owner: string;
  application: string;
}

export const roles = { superuser: "postgres", owner: "maple_owner", application: "maple_app" } as const;
export const databaseName = "maple";

export async function readCredentials(place: Place): Promise<Credentials> {
  return JSON.parse(await readFile(fileIn(place), "utf8"));
}

/** The passwords of this cluster, made once, and a port that is free now: the one of last time where possible. */
export async function claimCredentials(place: Place): Promise<Credentials> {
  const known = existsSync(fileIn(place));
  if (!known && existsSync(place.cluster)) {
    throw new Error(`${fileIn(place)} is missing, so the passwords of ${place.cluster} are unknown: restore it.`);
  }
  const before = known ? await readCredentials(place) : newCredentials();
  const credentials = { ...before, port: await freePort(before.port) };
  if (credentials.port !== before.port) await write(fileIn(place), credentials);
  return credentials;
}

/** The file keeps its owner, so that what root started once its owner can start again. */
async function write(path: string, credentials: Credentials) {
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  if (existsSync(path)) {
    const { uid, gid } = await stat(path);
    await chown(unfinished, uid, gid);
  }
  await rename(unfinished, path);
}

/** Of a socket, its folder stands where the host does, as libpq has it. */
export function urlFor(
  place: Place,
  role: keyof typeof roles,
  credentials: Credentials,
  database: string = databaseName,
) {
  const host = encodeURIComponent(socketFolder(place) ?? "127.0.0.1");
  return `postgres://${roles[role]}:${credentials[role]}@${host}:${credentials.port}/${database}`;
}

function newCredentials(): Credentials {
  const password = () => randomBytes(24).toString("base64url");
  return { port: 0, superuser: password(), owner: password(), application: password() };
}

async function freePort(wanted: number): Promise<number> {
  return (await bound(wanted)) ?? (await bound(0)) ?? wanted;
}

function bound(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen(port, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : undefined));
    });
  });
}

function fileIn(place: Place) {
  return join(place.home, "credentials.json");
}
