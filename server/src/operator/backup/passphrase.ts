import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { refused } from "./refused.ts";

export const leastPassphrase = 12;
const variable = "MAPLE_BACKUP_PASSPHRASE";

interface Asked {
  /** Of a file that holds it in its first line. */
  file?: string;
  /** Asked for twice: what was mistyped is found out before it is needed. */
  isNew: boolean;
  env?: NodeJS.ProcessEnv;
}

/** From the file, the environment or the terminal; never from the command line, which every user of the machine reads. */
export async function passphraseFrom({ file, isNew, env = process.env }: Asked): Promise<string> {
  const given = file === undefined ? env[variable] : firstLine(await readFile(file, "utf8"));
  const passphrase = given || (await typed(isNew));
  if (isNew && [...passphrase].length < leastPassphrase)
    throw refused("BACKUP_PASSPHRASE_SHORT", { least: leastPassphrase }, "passphrase");
  return passphrase;
}

const firstLine = (text: string) => text.split(/\r?\n/, 1)[0]!;

async function typed(isNew: boolean): Promise<string> {
  if (!process.stdin.isTTY) throw refused("BACKUP_PASSPHRASE_NEEDED", {}, "passphrase");
  const first = await ask("Passphrase of the backup: ");
  if (isNew && (await ask("The same again: ")) !== first) throw refused("BACKUP_PASSPHRASES_DIFFER", {}, "passphrase");
  return first;
}

/** What is typed is not shown. */
async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: unseen, terminal: true });
  try {
    return await terminal.question("");
  } finally {
    terminal.close();
    process.stderr.write("\n");
  }
}
