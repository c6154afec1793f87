import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { run } from "./run.ts";

export interface ProcessInfo {
  pid: number;
  parent: number;
  command: string;
}

/** What runs under this process id, if anything. */
export async function processInfo(pid: number): Promise<ProcessInfo | undefined> {
  return existsSync("/proc/self/stat") ? fromProc(pid) : fromPs(pid);
}

async function fromProc(pid: number): Promise<ProcessInfo | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (state === "Z" || state === "X") return undefined;
    const command = (await readFile(`/proc/${pid}/cmdline`, "utf8")).replaceAll("\0", " ");
    return { pid, parent: Number(parent), command };
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

async function fromPs(pid: number): Promise<ProcessInfo | undefined> {
  const { code, output } = await run("ps", ["-o", "ppid=,command=", "-p", String(pid)]);
  const found = code === 0 ? /^\s*(\d+)\s+(.*)$/.exec(output) : null;
  return found ? { pid, parent: Number(found[1]), command: found[2] ?? "" } : undefined;
}

function isGone(error: unknown) {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH");
}
