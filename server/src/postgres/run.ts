import { spawn } from "node:child_process";
import type { Account } from "./types.ts";

export const cleanEnvironment = { PATH: process.env["PATH"] ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };

interface Outcome {
  code: number | null;
  output: string;
}

/** Runs a program to its end, as `account` where given; a program that cannot be started at all counts as failed. */
export function run(program: string, args: string[], account?: Account): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: "/",
      env: cleanEnvironment,
      stdio: ["ignore", "pipe", "pipe"],
      ...account,
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("error", (error) => resolve({ code: null, output: error.message }));
    child.once("close", (code) => resolve({ code, output: output.trim() }));
  });
}

export async function succeeds(program: string, args: string[], account?: Account) {
  return (await run(program, args, account)).code === 0;
}

export async function must(program: string, args: string[], account?: Account) {
  const { code, output } = await run(program, args, account);
  if (code !== 0) throw new Error(`${program} failed: ${output || `exit code ${code}`}`);
  return output;
}
