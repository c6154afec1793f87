import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { startPostgres } from "@maple-bridge/server/kernel/postgres/start";
import { type Contest, compete } from "./compete.ts";
import { freePort, startProcess, stopProcess } from "./processes.ts";
import { claimTestFolder, removeTestFolder } from "../support/test-folder.ts";
import { scenariosOf } from "./scenarios.ts";
import { administratorToken } from "./token.ts";

/**
 * Our server as it runs in production against bare SQL over HTTP, in turn, on one embedded PostgreSQL with the demo
 * bureaus. `pnpm bench [name …] [--seconds n] [--rounds n] [--clients n] [--profiles folder]`.
 */
const { positionals: named, values } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: "string", default: "2" },
    rounds: { type: "string", default: "7" },
    clients: { type: "string", default: "16" },
    profiles: { type: "string" },
  },
});
const effort = { seconds: Number(values.seconds), rounds: Number(values.rounds), clients: Number(values.clients) };
const script = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const folder = await claimTestFolder();
const database = await startPostgres({ dataDir: join(folder, "postgres"), log: () => {} });
const [ourPort, barePort] = [await freePort(), await freePort()];
const ours = await startProcess(
  script("../../server/src/main.ts"),
  {
    DATABASE_URL: database.applicationUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    MAPLE_DEMO_PASSWORD: "Bench-of-the-bridge-1",
    MAPLE_DATA: folder,
    MAPLE_LOG: "silent",
    PORT: String(ourPort),
  },
  values.profiles,
);
const superuser = postgres(database.superuserUrl, { database: "maple", max: 1 });
const started = [ours];
try {
  const [bureau] = await superuser<{ id: string }[]>`select bureau_id as id from bureaus where code = '410481'`;
  started.push(
    await startProcess(
      script("./bare.ts"),
      {
        BARE_DATABASE_URL: Object.assign(new URL(database.superuserUrl), { pathname: "/maple" }).href,
        BARE_BUREAU: bureau!.id,
        BARE_PORT: String(barePort),
      },
      values.profiles,
    ),
  );
  const tokens = await Promise.all(
    Array.from({ length: effort.clients }, () => administratorToken(superuser, bureau!.id)),
  );
  const contest: Contest = { ourPort, barePort, tokens, ...effort };
  await superuser`vacuum analyze`;
  for (const scenario of await scenariosOf(superuser, bureau!.id))
    if (named.length === 0 || named.includes(scenario.name)) console.log(await compete(scenario, contest));
} finally {
  await superuser.end();
  await Promise.all(started.map(stopProcess));
  await database.stop();
  await removeTestFolder(folder);
}
