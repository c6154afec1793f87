import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { createInterface } from "node:readline";

/** A script of ours as a process of its own, once it has printed a line that begins with `ready`. */
export async function startProcess(
  script: string,
  env: Record<string, string>,
  { profiles, args = [] }: { profiles?: string; args?: readonly string[] } = {},
): Promise<ChildProcess> {
  const profiled = profiles ? ["--cpu-prof", `--cpu-prof-dir=${profiles}`] : [];
  const child = spawn(process.execPath, [...profiled, "--import", "tsx", script, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout! });
  await new Promise<void>((resolve, reject) => {
    lines.on("line", (line) => line.startsWith("ready") && resolve());
    child.once("exit", (code) => reject(new Error(`${script} ended with ${code} before it was ready.`)));
  });
  return child;
}

export const stopProcess = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.removeAllListeners("exit");
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });

export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
