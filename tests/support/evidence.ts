import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

const folder = fileURLToPath(new URL("../journeys/screenshots/failed/", import.meta.url));

/** What a page showed when its journey failed: its picture, its address, and what a screen reader would find. */
export async function keepEvidence(page: Page, journey: string) {
  if (page.isClosed()) return;
  mkdirSync(folder, { recursive: true });
  const name = `${folder}${journey.replaceAll(/[^\p{L}\p{N}]+/gu, "-").slice(0, 80)}-${Date.now()}`;
  await page.screenshot({ path: `${name}.png`, animations: "disabled" });
  writeFileSync(`${name}.txt`, `${page.url()}\n${await page.locator("body").ariaSnapshot()}\n`);
  console.log(`the page as it was: ${name}.png`);
}
