import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, open, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { KeptHead } from "./kept-heads.ts";

/** One line of the file: the heads that moved since the line before it, signed as a whole. */
export interface Keeping {
  at: string;
  heads: KeptHead[];
}

export type Line = { number: number } & (
  | { keeping: Keeping; fault?: undefined }
  | { keeping?: undefined; fault: string }
);

export interface HeadsFile {
  path: string;
  append(keeping: Keeping): Promise<void>;
  /** Line by line, each with what is wrong with it. */
  lines(): AsyncIterable<Line>;
  /** In bytes; 0 while there is none. */
  size(): Promise<number>;
}

const ownerOnly = 0o600;

/** The kept heads of a data folder, and the key that signs them: made at first use, and never told to the database. */
export async function openHeadsFile(folder: string): Promise<HeadsFile> {
  const path = join(folder, "audit-heads.jsonl");
  const secret = await keyOf(join(folder, "audit-heads.key"), existsSync(path));
  const known = createPublicKey(secret);
  const size = async () => (existsSync(path) ? (await stat(path)).size : 0);
  return {
    path,
    size,
    async append({ at, heads }) {
      const signed = JSON.stringify({ at, heads });
      const line = JSON.stringify({ signed, signature: sign(null, Buffer.from(signed), secret).toString("base64") });
      const file = await open(path, "a+", ownerOnly);
      try {
        await file.appendFile(`${(await endsInLine(file, await size())) ? "" : "\n"}${line}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    async *lines() {
      if (!existsSync(path)) return;
      const file = await open(path, "r");
      let number = 0;
      for await (const text of file.readLines()) {
        number++;
        const keeping = keepingOf(text, known);
        yield keeping ? { number, keeping } : { number, fault: "not as it was written, or signed by another key" };
      }
    },
  };
}

/** A crash may have left half a line: the next one does not stick to it. */
async function endsInLine(file: Awaited<ReturnType<typeof open>>, size: number): Promise<boolean> {
  if (size === 0) return true;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() === "\n";
}

async function keyOf(path: string, isInUse: boolean): Promise<KeyObject> {
  if (!existsSync(path)) {
    if (isInUse)
      throw new Error(`The key of the kept audit heads is gone: ${path}. Bring it back, or move both files away.`);
    const { privateKey } = generateKeyPairSync("ed25519");
    await writeFile(path, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: ownerOnly, flag: "wx" });
  }
  await chmod(path, ownerOnly);
  return createPrivateKey(await readFile(path));
}

function keepingOf(text: string, key: KeyObject): Keeping | undefined {
  try {
    const { signed, signature } = JSON.parse(text) as { signed: string; signature: string };
    if (!verify(null, Buffer.from(signed), key, Buffer.from(signature, "base64"))) return undefined;
    return JSON.parse(signed) as Keeping;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}
