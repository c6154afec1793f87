import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { run } from "./run.ts";

export interface ProcessInfo {
  pid: number;
  parent: number;
  startedAt: string;
  command: string;
}

/** What runs under this process id, if anything. */
export async function processInfo(pid: number): Promise<ProcessInfo | undefined> {
  return existsSync("/proc/self/stat") ? fromProc(pid) : fromPs(pid);
}

async function fromProc(pid: number): Promise<ProcessInfo | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, parent] = fields;
    if (state === "Z" || state === "X") return undefined;
    const command = (await readFile(`/proc/${pid}/cmdline`, "utf8")).replaceAll("\0", " ");
    return { pid, parent: Number(parent), startedAt: fields[startField]!, command };
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** Of the fields behind the program's name, clock ticks since the machine was started. */
const startField = 19;

async function fromPs(pid: number): Promise<ProcessInfo | undefined> {
  const { code, output } = await run("ps", ["-o", "ppid=,lstart=,command=", "-p", String(pid)]);
  const found = code === 0 ? /^\s*(\d+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(.*)$/.exec(output) : null;
  if (!found) return undefined;
  return { pid, parent: Number(found[1]), startedAt: found[2]!.replace(/\s+/g, "-"), command: found[3] ?? "" };
}

/** Sends a signal; a process that has ended meanwhile needs none. */
export function signalProcess(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

function isGone(error: unknown) {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH");
}
