import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Reporter, TestModule } from "vitest/node";

/** The longest file takes three minutes on two cores. */
const longestFile = 12 * 60_000;
const writingReports = 5_000;

const reports = fileURLToPath(new URL("../../node_modules/.cache/still-running", import.meta.url));

/** With these a worker tells on a signal what it waits for; one that is in a loop tells nothing. */
export const tellingWhere = ["--report-on-signal", "--report-signal=SIGUSR2", `--report-directory=${reports}`];

interface Report {
  header: { processId: number };
  libuv: { type: string; is_active: boolean }[];
}

/**
 * Ends a run in which a file does not end, and tells which of its tests are under way and what its worker does. A time limit of a test
 * can't interrupt a loop, and those of many tests that wait for the same thing add up to hours.
 */
export class StillRunning implements Reporter {
  readonly #limits = new Map<string, NodeJS.Timeout>();
  readonly #end: () => void;

  constructor(end: () => void) {
    this.#end = end;
  }

  onTestModuleQueued(module: TestModule) {
    this.#limits.set(module.id, setTimeout(() => void this.#tell(module), longestFile).unref());
  }

  onTestModuleEnd(module: TestModule) {
    clearTimeout(this.#limits.get(module.id));
  }

  async #tell(module: TestModule) {
    for (const limit of this.#limits.values()) clearTimeout(limit);
    const tests = [...module.children.allTests()];
    const pending = tests.filter((test) => test.result().state === "pending").map((test) => `  ${test.fullName}`);
    console.error(
      [
        `${module.relativeModuleId} has not ended after ${longestFile / 60_000} minutes.`,
        `${tests.length - pending.length} of its tests have ended; not yet:`,
        ...(tests.length === 0
          ? ["  all of it: it is still being loaded, or in a loop before it could say more"]
          : pending),
        ...(await endWorkers()),
      ].join("\n"),
    );
    this.#end();
  }
}

/** What each of them was at. One in a loop would go on after the run. */
async function endWorkers(): Promise<string[]> {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const running = workers();
  for (const worker of running) process.kill(worker, "SIGUSR2");
  await wait(writingReports);
  const told = readdirSync(reports).map((name) => JSON.parse(readFileSync(join(reports, name), "utf8")) as Report);
  // They tell the environment too.
  rmSync(reports, { recursive: true });
  for (const worker of workers()) process.kill(worker, "SIGKILL");
  return running.map((worker) => {
    const report = told.find(({ header }) => header.processId === worker);
    if (!report) return `worker ${worker} does not answer: it is in a loop that does not end`;
    const active = report.libuv.filter((handle) => handle.is_active).map(({ type }) => type);
    return `worker ${worker} waits for ${active.join(", ") || "nothing"}`;
  });
}

function workers(): number[] {
  const listed = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  return listed.split("\n").flatMap((line) => {
    const [pid, parent, ...args] = line.trim().split(/\s+/);
    return Number(parent) === process.pid && args.join(" ").includes("/workers/forks") ? [Number(pid)] : [];
  });
}
