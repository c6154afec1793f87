import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { TestDatabase } from "../../support/database.ts";

const project = fileURLToPath(new URL("../../..", import.meta.url));

export interface Said {
  code: number | null;
  out: string;
  told: string;
}

export interface Commanded {
  child: ChildProcess;
  ended: Promise<Said>;
}

interface Place {
  database: Pick<TestDatabase, "applicationUrl"> & Partial<TestDatabase>;
  dataFolder: string;
  env?: Record<string, string>;
}

/** The operators' command line as a process of its own. */
export function maple({ database, dataFolder, env }: Place, ...args: string[]): Commanded {
  const child = spawn(process.execPath, ["--import", "tsx", "server/src/maple.ts", ...args], {
    cwd: project,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      DATABASE_URL: database.applicationUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      MAPLE_DATA: dataFolder,
      TSX_TSCONFIG_PATH: `${project}tsconfig.json`,
      ...env,
    },
  });
  const said = { out: "", told: "" };
  child.stdout.on("data", (text: Buffer) => (said.out += text.toString()));
  child.stderr.on("data", (text: Buffer) => (said.told += text.toString()));
  const ended = new Promise<Said>((resolve) => child.once("close", (code) => resolve({ code, ...said })));
  return { child, ended };
}
