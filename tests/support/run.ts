import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generateDocuments } from "@maple-bridge/server/pages";
import { startVitest } from "vitest/node";
import { SecondGoes } from "./second-goes.ts";
import { StillRunning } from "./still-running.ts";
import { Tally } from "./tally.ts";

const config = fileURLToPath(new URL("../vitest.config.ts", import.meta.url));
const { values: options, positionals: filters } = parseArgs({
  allowPositionals: true,
  options: { name: { type: "string", short: "t" } },
});
const tally = new Tally();
const secondGoes = new SecondGoes();

process.once("exit", (code) => {
  const failed = code === 0 ? 0 : Math.max(1, tally.failed + secondGoes.tooMany);
  console.log(`${tally.passed} passed, ${failed} failed`);
});

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));
try {
  await run();
  process.exitCode = tally.failed + secondGoes.tooMany > 0 || tally.passed === 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function run() {
  await generateDocuments();
  const vitest = await startVitest(filters, {
    config,
    watch: false,
    reporters: ["default", tally, secondGoes, new StillRunning(() => process.exit(1))],
    ...(options.name === undefined ? {} : { testNamePattern: options.name }),
  });
  await vitest.close();
}
