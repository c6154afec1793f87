import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

interface Step {
  name: string;
  command: string;
  args: string[];
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const tool = (name: string, program: string, ...args: string[]): Step => ({
  name,
  command: join(root, "node_modules", ".bin", program),
  args,
});
const script = (name: string, ...args: string[]): Step => ({
  name,
  command: process.execPath,
  args: ["--import", "tsx", ...args],
});

const generation = [script("generate", "schema/codegen.ts"), script("list words", "client/list-words.ts")];
const checks = [
  tool("lint", "oxlint", "--deny-warnings"),
  tool("types", "tsc", "--noEmit", "-p", "tsconfig.json"),
  tool("client types", "tsc", "--noEmit", "-p", "client/tsconfig.json"),
  tool("dead code", "knip"),
  script("contract", "server/src/emit-schema.ts", "--check"),
  tool("format", "oxfmt", "--check"),
];

const started = performance.now();
const failed = [...(await runAll(generation)), ...(await runAll(checks))];
const seconds = since(started);
console.log(failed.length === 0 ? `verified in ${seconds}` : `failed in ${seconds}: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** Runs as many at once as there are processors, and gives the names of those that failed. */
async function runAll(steps: Step[]): Promise<string[]> {
  const waiting = [...steps];
  const failed: string[] = [];
  async function worker() {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      if (!(await passes(step))) failed.push(step.name);
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return failed;
}

function passes({ name, command, args }: Step): Promise<boolean> {
  const from = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("error", (error) => (output += error.message));
    child.once("close", (code) => {
      console.log(`${code === 0 ? "✓" : "✗"} ${name} ${since(from)}`);
      if (code !== 0) console.log(output.trimEnd());
      resolve(code === 0);
    });
  });
}

function since(from: number) {
  return `${((performance.now() - from) / 1000).toFixed(1)} s`;
}
