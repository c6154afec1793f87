import { existsSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { dataFolderOf, postgresFolderOf } from "./face/settings.ts";
import { erasePostgres } from "./postgres/erase.ts";

const isMade = (name: string) =>
  /^(first-start\.json|last-backup\.json|demo-password|server\.(.*\.)?log|audit-heads(\..*)?\.(jsonl|key))$/.test(name);

async function reset() {
  if (process.env["DATABASE_URL"])
    throw new Error("DATABASE_URL names a server of your own: nothing is deleted there.");
  const folder = dataFolderOf(process.env);
  await erasePostgres(postgresFolderOf(folder), console.log);
  const made = existsSync(folder) ? readdirSync(folder).filter(isMade) : [];
  for (const name of made) await rm(join(folder, name), { force: true });
  console.log(`The data in ${folder} is gone; the next start makes it anew.`);
}

try {
  await reset();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
