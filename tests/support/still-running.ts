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

/** With these a worker tells on a signal where it is, even from a loop that never ends. */
export const tellingWhere = ["--report-on-signal", "--report-signal=SIGUSR2", `--report-directory=${reports}`];

interface Report {
  header: { processId: number };
  javascriptStack: { message?: string; stack?: string[] };
  libuv: { type: string; is_active: boolean }[];
}

/**
 * Ends a run in which a file does not end, and tells which of its tests are under way and where its worker is. A time limit of a test
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
    const tests = [...module.children.allTests()];
    const pending = tests.filter((test) => test.result().state === "pending").map((test) => `  ${test.fullName}`);
    console.error(
      [
        `${module.relativeModuleId} has not ended after ${longestFile / 60_000} minutes.`,
        `${tests.length - pending.length} of its tests have ended; not yet:`,
        ...(tests.length === 0 ? ["  all of it: the file is still being loaded"] : pending),
        ...(await whereWorkersAre()),
      ].join("\n"),
    );
    this.#end();
  }
}

async function whereWorkersAre() {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  for (const worker of workers()) process.kill(worker, "SIGUSR2");
  await wait(writingReports);
  return readdirSync(reports).flatMap((name) => {
    const { header, javascriptStack, libuv } = JSON.parse(readFileSync(join(reports, name), "utf8")) as Report;
    const active = libuv.filter((handle) => handle.is_active).map(({ type }) => type);
    const where = (javascriptStack.stack ?? []).map((line) => `  ${line.trim()}`);
    return [`worker ${header.processId}, waiting for ${active.join(", ") || "nothing"}, is at:`].concat(where);
  });
}

function workers(): number[] {
  const listed = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  return listed.split("\n").flatMap((line) => {
    const [pid, parent, ...args] = line.trim().split(/\s+/);
    return Number(parent) === process.pid && args.join(" ").includes("vitest") ? [Number(pid)] : [];
  });
}
