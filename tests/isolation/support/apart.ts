import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { inject } from "vitest";

/** A server in a process of its own, which ends with this one. */
export interface Apart {
  process: ChildProcess;
  port: number;
}

export async function serveApart(databaseUrl: string, port = 0, folder = ""): Promise<Apart> {
  const child = spawn(process.execPath, [inject("serveApart"), databaseUrl, String(port), folder], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  for await (const line of createInterface(child.stdout)) {
    const told = /^ready (\d+)$/.exec(line)?.[1];
    if (told) return { process: child, port: Number(told) };
  }
  throw new Error("The server ended before it was ready.");
}
