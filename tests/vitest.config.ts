import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { Order } from "./support/order.ts";
import { tellingWhere } from "./support/still-running.ts";

const minutes = 60_000;
const at = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  // A second copy of graphql in one process refuses the schema of the first.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    globalSetup: [at("support/global-setup.ts")],
    pool: "forks",
    execArgv: tellingWhere,
    maxWorkers: 2,
    sequence: { sequencer: Order },
    // What never ends is told; how long something takes on a busy machine is not tested.
    testTimeout: minutes,
    hookTimeout: minutes,
    projects: [
      project(
        "unit",
        ["server/**/*.test.ts", "client/**/*.test.ts", "drizzle/**/*.test.ts", "schema/**/*.test.ts"],
        inOneProcess(),
      ),
      project("driver", ["tests/driver/**/*.test.ts"]),
      project("api", ["tests/api/**/*.test.ts"], inOneProcess("support/per-file.ts")),
      project("architecture", ["tests/architecture/**/*.test.ts"], inOneProcess()),
      project("isolation", ["tests/isolation/**/*.test.ts"], {
        ...inOneProcess("isolation/support/per-file.ts"),
        globalSetup: [at("isolation/support/bundle.ts")],
      }),
      project("bench", ["tests/bench/**/*.test.ts"]),
      // One Chromium as well; each journey has a browser context of its own.
      project("journeys", ["tests/journeys/**/*.test.ts"], {
        ...inOneProcess("support/per-file.ts"),
        globalSetup: [at("support/build-pages.ts")],
        testTimeout: 5 * minutes,
        hookTimeout: 5 * minutes,
        // As long as Playwright waits: a browser on a busy machine takes more than a second to draw.
        expect: { poll: { timeout: minutes / 2 } },
        // In a new browser; told, and failed where it is more than a few (second-goes.ts).
        retry: 1,
      }),
    ],
  },
});

/** All files of a worker share a process, its modules and its server: to load them anew for each would take half of the time. */
function inOneProcess(...perFile: string[]) {
  return { isolate: false, setupFiles: ["support/same-draws.ts", ...perFile].map(at) };
}

function project(name: string, include: string[], options = {}) {
  return {
    extends: true as const,
    test: { name, include, exclude: ["**/node_modules/**", "**/dist/**"], ...options },
  };
}
