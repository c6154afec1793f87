import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What these find is not told: they are not looked for. */
const slighter = `Object.fromEntries(axe._audit.rules.filter(({ impact }) => impact === "minor" || impact === "moderate").map(({ id }) => [id, { enabled: false }]))`;

/** What comes or goes has colours that nobody reads by: until it is there, or gone, and has set nothing else going. */
const atRest = `(async () => {
  for (let round = 0; round < 10; round++) {
    await new Promise((drawn) => requestAnimationFrame(drawn));
    const running = document.getAnimations()
      .filter((each) => each.playState === "running" && Number.isFinite(each.effect?.getComputedTiming().endTime));
    if (running.length === 0) return;
    await Promise.all(running.map((each) => each.finished.catch(() => {})));
  }
})()`;

/**
 * What keeps somebody from using the page, in axe's words; a page has none. It is looked at as it is, and, for its colours alone, in the dark;
 * what is to be seen there may be looked at meanwhile.
 */
export async function seriousFindings(page: Page, inDark: () => Promise<void> = async () => {}): Promise<string[]> {
  if (!(await page.evaluate<boolean>(`"axe" in window`))) await page.evaluate(source);
  const found = await findings(page, {}, []);
  // What is printed is light.
  if (await page.evaluate<boolean>(`matchMedia("print").matches`)) return found;
  await turn(page, "dark");
  const foundInDark = await findings(page, { runOnly: ["color-contrast"] }, [codeOfEditor]);
  await inDark();
  await turn(page, "light");
  return [...found, ...foundInDark.map((each) => `in the dark, ${each}`)];
}

/** To what the system has; the page follows. */
async function turn(page: Page, colorScheme: "light" | "dark") {
  await page.emulateMedia({ colorScheme });
  const shown = () =>
    page.evaluate<object>(`({ system: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
    page: document.documentElement.dataset.prefersColorScheme })`);
  await expect.poll(shown).toEqual({ system: colorScheme, page: colorScheme });
}

/** The API page's editor colours code by a theme of its own. */
const codeOfEditor = ".monaco-editor .view-lines";

async function findings(page: Page, options: RunOptions, exclude: string[]) {
  await page.evaluate(atRest);
  const where = JSON.stringify({ exclude });
  // Only a slighter rule hears of sheets and sounds that were read beforehand.
  const asked = JSON.stringify({ resultTypes: ["violations"], preload: false, ...options });
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${where}, { rules: ${slighter}, ...${asked} })`);
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}
