import type { Server } from "./launch.ts";
import { launch, terminate, untilReady } from "./launch.ts";
import { pause } from "./pause.ts";
import type { Place, StartOptions } from "./types.ts";

const shortestPause = 100;
const longestPause = 10_000;
const steadyAfter = 60_000;

export interface Supervisor {
  stop(): Promise<void>;
  onRespawn(listener: () => void): void;
}

/** Keeps a server running on the cluster until it is told to stop. */
export async function supervise(place: Place, port: number, options: StartOptions): Promise<Supervisor> {
  const listeners: (() => void)[] = [];
  const stopping = new AbortController();
  let server: Server = await launch(place, port, options);
  const atExit = () => void server.child.kill("SIGINT");
  process.once("exit", atExit);

  async function start() {
    server = await launch(place, port, options);
    await untilReady(place, server);
  }

  async function bringBack(failures: number): Promise<void> {
    await pause(Math.min(shortestPause * 2 ** failures, longestPause), stopping.signal);
    if (stopping.signal.aborted) return;
    try {
      await start();
      options.log("PostgreSQL runs again", { pid: server.child.pid });
      for (const listener of listeners) listener();
    } catch (error) {
      if (stopping.signal.aborted) return;
      options.log("PostgreSQL could not be started again yet", { reason: String(error) });
      await bringBack(failures + 1);
    }
  }

  async function watch() {
    let failures = 0;
    while (!stopping.signal.aborted) {
      const since = Date.now();
      const how = await server.exited;
      if (stopping.signal.aborted) return;
      failures = Date.now() - since > steadyAfter ? 0 : failures + 1;
      options.log("PostgreSQL ended unexpectedly and is started again", { how });
      await bringBack(failures - 1);
    }
  }

  let watching: Promise<void> | undefined;
  async function stop() {
    stopping.abort();
    process.off("exit", atExit);
    await terminate(server);
    await watching;
    await terminate(server);
  }

  try {
    await untilReady(place, server);
  } catch (error) {
    await stop();
    throw error;
  }
  watching = watch();
  return { stop, onRespawn: (listener) => void listeners.push(listener) };
}
