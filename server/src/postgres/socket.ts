import { chown, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Place } from "./types.ts";

/** What the kernel has room for, the end included: macOS has the least. */
const mostBytes = 104;
const nameBytes = Buffer.byteLength("/.s.PGSQL.65535\0");

/**
 * The folder of the socket that the server is reached through: no port is open, and a statement costs both ends less than through one.
 * Null where the system has no such sockets, or the folder's path is too long for one: 127.0.0.1 then.
 */
export function socketFolder({ home }: Place): string | null {
  const folder = join(home, "socket");
  const fits = Buffer.byteLength(folder) + nameBytes <= mostBytes;
  return process.platform !== "win32" && fits ? folder : null;
}

/**
 * Makes the folder anew for a server that is about to start: no other one runs on this data, so what lies there is what a killed one left.
 * It is for the server's user alone; whoever may read the credentials is that user, or root.
 */
export async function makeSocketFolder(place: Place) {
  const folder = socketFolder(place);
  if (folder === null) return;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  if (place.account) await chown(folder, place.account.uid, place.account.gid);
}
