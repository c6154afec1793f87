import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const keyBytes = 32;
export const sealKeyFile = "seal.key";
const ownerOnly = 0o600;

/** The key that contacts are sealed by: MAPLE_SEAL_KEY, or the data folder's own, made at first use. It is never told to the database. */
export async function openSealKey(folder: string, env: NodeJS.ProcessEnv): Promise<Buffer> {
  const given = env["MAPLE_SEAL_KEY"];
  if (given) return keyOf(given, "MAPLE_SEAL_KEY");
  const path = join(folder, sealKeyFile);
  if (!existsSync(path))
    await writeFile(path, `${randomBytes(keyBytes).toString("base64")}\n`, { mode: ownerOnly, flag: "wx" });
  await chmod(path, ownerOnly);
  return keyOf(await readFile(path, "utf8"), path);
}

/** The key where there is one; none is made. */
export async function knownSealKey(folder: string, env: NodeJS.ProcessEnv): Promise<Buffer | null> {
  return env["MAPLE_SEAL_KEY"] || existsSync(join(folder, sealKeyFile)) ? openSealKey(folder, env) : null;
}

function keyOf(text: string, place: string): Buffer {
  const key = Buffer.from(text.trim(), "base64");
  if (key.length !== keyBytes) throw new Error(`${place} is no key: it takes ${keyBytes} bytes in base64.`);
  return key;
}
