import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { openPostgres } from "./face/open-postgres.ts";
import { say } from "./face/progress.ts";
import { projectFolder, readSettings } from "./face/settings.ts";
import { stopOnSignal } from "./face/stop-on-signal.ts";

/** The server, started anew at each change of its files, and the pages by Vite in front of it. */
const stopping = stopOnSignal();
const { dataFolder, port } = readSettings([], process.env);
const postgres = await openPostgres(dataFolder, say);
stopping.add(() => postgres.stop());

const client = join(projectFolder, "client");
const environment = {
  ...process.env,
  DATABASE_URL: postgres.applicationUrl,
  DATABASE_OWNER_URL: postgres.ownerUrl,
  MAPLE_DEVELOPMENT: "1",
  MAPLE_SERVER: `http://127.0.0.1:${port}`,
};
const tsx = join(projectFolder, "node_modules/tsx/dist/cli.mjs");
keep(
  spawn(process.execPath, [tsx, "watch", "--clear-screen=false", join(projectFolder, "server/src/main.ts")], {
    cwd: projectFolder,
    env: environment,
    stdio: "inherit",
  }),
);
keep(
  spawn(process.execPath, [join(client, "node_modules/vite/bin/vite.js")], {
    cwd: client,
    env: environment,
    stdio: "inherit",
  }),
);

function keep(child: ChildProcess) {
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  stopping.add(() => {
    child.kill("SIGTERM");
    return ended;
  });
}
