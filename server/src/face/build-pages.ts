import { spawn } from "node:child_process";
import { join } from "node:path";
import { say } from "./progress.ts";
import { projectFolder } from "./settings.ts";
import { makeWhenChanged } from "./source-stamp.ts";

const contract = ["schema/schema.graphql", "schema/operations"];
const generatedFrom = [...contract, "schema/codegen.ts", "schema/listed.ts"];
const builtFrom = [...generatedFrom, "schema/operation.ts", "client", "pnpm-lock.yaml"];

/** The types and trusted documents of the contract. */
export const generateDocuments = () =>
  makeWhenChanged("schema/generated/.made-from", generatedFrom, async () => {
    say("generating the documents of the contract");
    await run("schema/codegen.ts", ["--import", "tsx", join(projectFolder, "schema/codegen.ts")], projectFolder);
  });

export const buildPages = () =>
  makeWhenChanged("client/dist/.made-from", builtFrom, async () => {
    say("building the pages (half a minute, the first time and after changes)");
    const client = join(projectFolder, "client");
    await run("vite build", [join(client, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "warn"], client);
  });

/** Runs a script on our own Node to its end; what it said is shown when it fails. */
function run(name: string, args: string[], folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NODE_ENV: "production" },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
    const end = () => child.kill();
    process.once("exit", end);
    child.once("error", reject);
    child.once("close", (code) => {
      process.off("exit", end);
      if (code === 0) resolve();
      else reject(new Error(`${name} failed:\n${said.trim()}`));
    });
  });
}
