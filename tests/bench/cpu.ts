import { readdirSync, readFileSync } from "node:fs";

/** Of /proc/…/stat, in ticks of 10 ms; `getconf CLK_TCK` is 100 on every Linux that Node runs on. */
const tick = 10;

interface Times {
  parent: number;
  own: number;
  /** Of children that have ended. */
  ended: number;
}

function timesOf(pid: number): Times | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [user, system, childUser, childSystem] = fields.slice(11, 15).map(Number);
  return { parent: Number(fields[1]), own: user! + system!, ended: childUser! + childSystem! };
}

/** Milliseconds that a process has used so far, with all its threads. */
export function cpuOf(pid: number): number {
  const times = timesOf(pid);
  if (!times) throw new Error(`Process ${pid} has ended.`);
  return times.own * tick;
}

export const parentOf = (pid: number): number => timesOf(pid)!.parent;

/** Milliseconds that a process, its children and those of them that have ended have used so far. */
export function cpuOfFamily(pid: number): number {
  const times = timesOf(pid);
  if (!times) throw new Error(`Process ${pid} has ended.`);
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => timesOf(Number(name)))
    .filter((each) => each?.parent === pid);
  return (times.own + times.ended + children.reduce((sum, each) => sum + each!.own, 0)) * tick;
}
