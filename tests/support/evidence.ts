import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

const folder = fileURLToPath(new URL("../journeys/screenshots/failed/", import.meta.url));

/** Of the page itself, as a person would read it. */
const mostSaid = 1_500;

/** What a page showed when its journey failed: told at once in short, and kept as its picture and as a screen reader would find it. */
export async function keepEvidence(page: Page, journey: string, complaints: readonly string[]) {
  if (page.isClosed()) return;
  const focused = await page.evaluate<string>(`document.activeElement?.outerHTML.slice(0, 300) ?? ""`);
  const said = await page.evaluate<string>(`document.body.innerText`);
  console.log(
    [
      `“${journey}” stood at ${page.url()}`,
      `focus: ${focused}`,
      ...complaints.map((complaint) => `complaint: ${complaint}`),
      said.slice(0, mostSaid),
    ].join("\n"),
  );
  mkdirSync(folder, { recursive: true });
  const name = `${folder}${journey.replaceAll(/[^\p{L}\p{N}]+/gu, "-").slice(0, 80)}-${Date.now()}`;
  await page.screenshot({ path: `${name}.png`, animations: "disabled" });
  writeFileSync(`${name}.txt`, `${page.url()}\n${await page.locator("body").ariaSnapshot()}\n`);
  console.log(`the page as it was: ${name}.png`);
}
