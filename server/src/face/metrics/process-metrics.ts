import { readdir } from "node:fs/promises";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { countsSoFar } from "#kernel/counts";
import type { Metric } from "./exposition.ts";

const gauge = (name: string, help: string, value: number): Metric => ({
  name,
  type: "gauge",
  help,
  samples: [{ value }],
});

/** What the process itself takes, under the names that dashboards know. */
export function watchProcess() {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const startedAt = Date.now() / 1_000 - process.uptime();
  return {
    async metrics(): Promise<Metric[]> {
      const { user, system } = process.cpuUsage();
      const { rss, heapUsed, heapTotal, external } = process.memoryUsage();
      const late = delay.percentile(99) / 1e9;
      delay.reset();
      const files = await readdir("/proc/self/fd").catch(() => undefined);
      return [
        {
          name: "process_cpu_seconds_total",
          type: "counter",
          help: "Processor time of the process.",
          samples: [{ value: (user + system) / 1e6 }],
        },
        gauge("process_start_time_seconds", "When the process began, since 1970.", startedAt),
        gauge("process_resident_memory_bytes", "Memory of the process.", rss),
        ...(files ? [gauge("process_open_fds", "Open files and sockets.", files.length)] : []),
        gauge("nodejs_heap_size_used_bytes", "Memory that objects take.", heapUsed),
        gauge("nodejs_heap_size_total_bytes", "Memory kept for objects.", heapTotal),
        gauge("nodejs_external_memory_bytes", "Memory of buffers.", external),
        gauge("nodejs_eventloop_lag_p99_seconds", "How late the loop was since it was last asked.", late),
        {
          name: "maple_unusual_total",
          type: "counter",
          help: "What the server does on its own account when all is not as usual.",
          samples: Object.entries(countsSoFar()).map(([what, value]) => ({ labels: { what }, value })),
        },
      ];
    },
    close: () => delay.disable(),
  };
}
