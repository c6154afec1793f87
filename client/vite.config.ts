import legacy from "@vitejs/plugin-legacy";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { nameInside } from "./vite/name-inside.ts";
import { nameProduct } from "./vite/name-product.ts";
import { packFiles } from "./vite/pack-files.ts";

const server = process.env["MAPLE_SERVER"] ?? "http://127.0.0.1:4000";
const fromServer = ["/graphql", "/events", "/evidence", "/exports", "/imports", "/api/schema.graphql"];

const oldest = "chrome>=87";

/** What most come for once they have signed in. */
const inside = ["/app/app.tsx", "/app/teller.tsx", "/workbench/workbench-page.tsx"];

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
  "es.string.at-alternative",
];

/** Of our own parts those that nearly every page uses and that bring no large component of the kit with them; each of the others stays where it is used. */
const light =
  /client\/src\/(ui|lib)\/(?!column-choice|list-tools|paper|day-field|form-dialog|reason-field|station-field|typed-day-item|unit-select|watermark|side-drawer|change-|details-drawer|differences|list-page|photos|work|seats|data-table|table-head|export-button|files|browser-of|card|sought-list|found-select|use-sought|pager-tools|faults|use-at-opening|node-name|bulk|load-bar|undo-button|use-undo|use-remembered|chart|pictures|when-seen|auditing)/;

/** What the phone's pages use too: in a chunk with other parts they would bring the desk's kit along. */
const shared =
  /node_modules\/(dayjs|use-sync-external-store)\/|schema\/operation\.ts|client\/src\/(lib\/(attention|changes|connection|dates|dependents|doors|go-where-refused|graphql-client|intent|keep-answers|lazily|leave|line|media|now|problem|server-events|theme|trusted-fetch|use-command|use-inside|use-read|viewer|whose)\.|ui\/(date-text|empty-note|light|locale-switch|page-header|person-name|section|theme-switch|tones)\.|features\/sign-in\/sign-in-again\.)/;

const from = (names: string) => new RegExp(`node_modules/(${names})/`);

export default defineConfig({
  plugins: [
    react(),
    legacy({ modernTargets: oldest, modernPolyfills: lacking, renderLegacyChunks: false }),
    nameProduct(),
    nameInside(inside),
    packFiles(),
  ],
  server: { proxy: Object.fromEntries(fromServer.map((path) => [path, { target: server }])) },
  resolve: {
    alias: [
      // React has it by itself; what stands in for it in older ones need not come.
      {
        find: /^use-sync-external-store\/shim\/with-selector(\.js)?$/,
        replacement: "use-sync-external-store/with-selector",
      },
      { find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: "react" },
    ],
  },
  worker: { format: "es" },
  // Its ?worker imports are Vite's own to answer; bundled beforehand they can't be found.
  optimizeDeps: { exclude: ["graphiql/setup-workers/vite"] },
  build: {
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      onLog: (level, log, print) => log.code === "MODULE_LEVEL_DIRECTIVE" || print(level, log),
      treeshake: {
        // They say nothing of it, and one used of twenty would bring all.
        moduleSideEffects: [{ test: from("@rc-component/[a-z-]+"), sideEffects: false }],
      },
      output: {
        // Each file names those that it brings along: with a letter less of each a first load is the smaller by some hundred bytes.
        chunkFileNames: ({ name }) => `assets/${name.split("~")[0]!}-[hash:7].js`,
        assetFileNames: "assets/[name]-[hash:7][extname]",
        codeSplitting: {
          groups: [
            // What the door takes stays apart, else it would come with what it shares a chunk with.
            { name: "door", test: /client\/src\/(?!messages)/, tags: ["$initial"], priority: 3 },
            { name: "react", test: from("react|react-dom|scheduler"), priority: 4 },
            // Ahead of whatever takes along what it imports.
            { name: "shared", test: shared, priority: 2 },
            {
              name: "router",
              test: from("@tanstack/(react-router|router-core|history|react-store|store)"),
              priority: 2,
            },
            // Nothing but a picture asks for it.
            { name: "charts", test: from("echarts|zrender"), priority: 2 },
            // Alone in its chunk a drawing would be merged with a component that its page has no use for.
            { name: "icons", test: /@ant-design\/icons(-svg)?\/es\/(icons|asn)\//, priority: 1.5 },
            // A page loads the components that it uses; subgroups smaller than this are not worth a request.
            {
              name: "antd",
              test: from("antd|@ant-design/[a-z-]+|@rc-component/[a-z-]+"),
              priority: 1,
              entriesAware: true,
              entriesAwareMergeThreshold: 8_000,
            },
            {
              name: "routes",
              test: /app\/features\.|features\/[a-z-]+\/(routes|[a-z]+-search)\./,
              priority: 2,
            },
            {
              name: "steps",
              test: /ui\/work\/(deeds|light-words|use-step|work-light|work-marks|work-words)\./,
              priority: 2,
            },
            { name: "ui", test: light },
            ...["zh-CN", "en"].flatMap((locale) => [
              { name: `${locale}-door`, test: new RegExp(`messages/${locale}/(shell|sign-in)\\.`), priority: 2 },
              { name: `${locale}-phone`, test: new RegExp(`messages/${locale}/phone\\.`), priority: 2 },
              { name: `${locale}-work`, test: new RegExp(`messages/${locale}/(work|photos)\\.`), priority: 2 },
              {
                name: `${locale}-desk`,
                test: new RegExp(
                  `messages/${locale}/(funnel|compare|deadline-rules|matter-categories|checklists|ledgers|rechecks|review)\\.`,
                ),
                priority: 2,
              },
              { name: `${locale}-pictures`, test: new RegExp(`messages/${locale}/(pictures|coming)\\.`), priority: 2 },
              { name: `${locale}-list-tools`, test: new RegExp(`messages/${locale}/list-tools\\.`), priority: 2 },
              {
                name: `${locale}-workbench`,
                test: new RegExp(`messages/${locale}/(workbench|proposals)\\.`),
                priority: 2,
              },
              {
                name: `${locale}-deeds`,
                test: new RegExp(`messages/${locale}/(undo|bulk|grid-drawer)\\.`),
                priority: 2,
              },
              { name: `${locale}-auditing`, test: new RegExp(`messages/${locale}/auditing\\.`), priority: 2 },
              { name: `${locale}-members`, test: new RegExp(`messages/${locale}/members\\.`), priority: 2 },
              {
                name: `${locale}-setting-up`,
                test: new RegExp(
                  `messages/${locale}/(accounts|api|audit|import|calendar|duty-catalogue|organisation|standards)\\.`,
                ),
                priority: 2,
              },
              { name: locale, test: new RegExp(`messages/${locale}/`) },
            ]),
          ],
        },
      },
    },
  },
});
