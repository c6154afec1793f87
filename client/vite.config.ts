import legacy from "@vitejs/plugin-legacy";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { packFiles } from "./vite/pack-files.ts";

const server = process.env["MAPLE_SERVER"] ?? "http://127.0.0.1:4000";
const fromServer = ["/graphql", "/events", "/imports", "/api/schema.graphql"];

const oldest = "chrome>=87";

/** What browsers as old as that lack and we or our libraries use; finding it out anew makes the build three times as long. */
const lacking = [
  "es.array.at",
  "es.array.find-last",
  "es.array.find-last-index",
  "es.array.to-reversed",
  "es.array.to-sorted",
  "es.array.to-spliced",
  "es.array.with",
  "es.error.cause",
  "es.object.has-own",
  "es.object.group-by",
  "es.promise.with-resolvers",
  "es.string.at-alternative",
  "web.structured-clone",
];

const from = (names: string) => new RegExp(`node_modules/(${names})/`);

export default defineConfig({
  plugins: [
    react(),
    legacy({ modernTargets: oldest, modernPolyfills: lacking, renderLegacyChunks: false }),
    packFiles(),
  ],
  server: { proxy: Object.fromEntries(fromServer.map((path) => [path, { target: server }])) },
  worker: { format: "es" },
  // Its ?worker imports are Vite's own to answer; bundled beforehand they can't be found.
  optimizeDeps: { exclude: ["graphiql/setup-workers/vite"] },
  build: {
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      onLog: (level, log, print) => log.code === "MODULE_LEVEL_DIRECTIVE" || print(level, log),
      output: {
        codeSplitting: {
          groups: [
            { name: "react", test: from("react|react-dom|scheduler"), priority: 2 },
            { name: "router", test: from("@tanstack/[a-z-]+"), priority: 2 },
            { name: "antd", test: from("antd|@ant-design/[a-z-]+|@rc-component/[a-z-]+"), priority: 1 },
            { name: "zh-CN", test: /messages\/zh-CN\// },
            { name: "en", test: /messages\/en\// },
          ],
        },
      },
    },
  },
});
