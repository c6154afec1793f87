import { fileURLToPath } from "node:url";
import { startVitest } from "vitest/node";
import { ensureBrowser } from "./browser.ts";
import { Tally } from "./tally.ts";

const config = fileURLToPath(new URL("../vitest.config.ts", import.meta.url));
const filters = process.argv.slice(2);
const tally = new Tally();

if (filters.length === 0 || filters.some((filter) => filter.includes("journeys"))) await ensureBrowser();
const vitest = await startVitest(filters, { config, watch: false, reporters: ["default", tally] });
await vitest.close();
const { passed, failed } = tally;
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
process.once("exit", () => console.log(`${passed} passed, ${failed} failed`));
