import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const minutes = 60_000;

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  // A second copy of graphql in one process refuses the schema of the first.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    globalSetup: [fileURLToPath(new URL("support/global-setup.ts", import.meta.url))],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      project("unit", ["server/**/*.test.ts", "client/**/*.test.ts", "drizzle/**/*.test.ts", "schema/**/*.test.ts"]),
      project("driver", ["tests/driver/**/*.test.ts"]),
      // One process and one server for all files of a worker: to load them anew for each would take half of the time.
      project("api", ["tests/api/**/*.test.ts"], {
        isolate: false,
        setupFiles: [fileURLToPath(new URL("support/per-file.ts", import.meta.url))],
      }),
      project("architecture", ["tests/architecture/**/*.test.ts"]),
      project("isolation", ["tests/isolation/**/*.test.ts"]),
      project("bench", ["tests/bench/**/*.test.ts"]),
      project("journeys", ["tests/journeys/**/*.test.ts"], {
        globalSetup: [fileURLToPath(new URL("support/build-pages.ts", import.meta.url))],
        testTimeout: 5 * minutes,
        hookTimeout: 5 * minutes,
      }),
    ],
  },
});

function project(name: string, include: string[], options = {}) {
  return {
    extends: true as const,
    test: { name, include, exclude: ["**/node_modules/**", "**/dist/**"], ...options },
  };
}
