import { rm } from "node:fs/promises";
import { join } from "node:path";
import { dataFolderOf, postgresFolderOf } from "./face/settings.ts";
import { erasePostgres } from "./kernel/postgres/erase.ts";

const made = ["first-start.json", "demo-password", "server.log", "server.log.1"];

async function reset() {
  if (process.env["DATABASE_URL"])
    throw new Error("DATABASE_URL names a server of your own: nothing is deleted there.");
  const folder = dataFolderOf(process.env);
  await erasePostgres(postgresFolderOf(folder), console.log);
  for (const name of made) await rm(join(folder, name), { force: true });
  console.log(`The data in ${folder} is gone; the next start makes it anew.`);
}

try {
  await reset();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
