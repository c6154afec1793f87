import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startVitest } from "vitest/node";
import { ensureBrowser } from "./browser.ts";
import { Tally } from "./tally.ts";

const config = fileURLToPath(new URL("../vitest.config.ts", import.meta.url));
const generator = fileURLToPath(new URL("../../schema/codegen.ts", import.meta.url));
const { values: options, positionals: filters } = parseArgs({
  allowPositionals: true,
  options: { name: { type: "string", short: "t" } },
});
const tally = new Tally();

process.once("exit", (code) => {
  const failed = code === 0 ? 0 : Math.max(1, tally.failed);
  console.log(`${tally.passed} passed, ${failed} failed`);
});

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));
try {
  await run();
  process.exitCode = tally.failed > 0 || tally.passed === 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function run() {
  const generated = spawnSync(process.execPath, ["--import", "tsx", generator], { stdio: "inherit" });
  if (generated.status !== 0) throw new Error("The client's operations do not fit the schema: see above.");
  if (filters.length === 0 || filters.some((filter) => filter.includes("journeys"))) ensureBrowser();
  const vitest = await startVitest(filters, {
    config,
    watch: false,
    reporters: ["default", tally],
    ...(options.name === undefined ? {} : { testNamePattern: options.name }),
  });
  await vitest.close();
}
