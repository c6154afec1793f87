import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { SignedIn } from "./bureau.ts";
import { carryOn, inspect } from "./hands.ts";
import { phone, visit } from "./site.ts";

/** In front of a phone, with a session that was begun elsewhere. */
export async function at(who: SignedIn, screen = phone) {
  const { page, address, complaints } = await visit({ ...screen, hasTouch: true });
  await carryOn(page, address, who);
  return { page, complaints };
}

/** Days of which a line ends within one. */
const broken = `(() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode())
    for (const { 0: day, index } of walk.currentNode.data.matchAll(/\\d{4}-\\d\\d-\\d\\d/g)) {
      const range = document.createRange();
      range.setStart(walk.currentNode, index);
      range.setEnd(walk.currentNode, index + day.length);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(walk.currentNode.data);
    }
  return found;
})()`;

/** Buttons that send a form, under what is said in passing. */
const covered = `(() => {
  const said = document.querySelector(".phone-told span")?.getBoundingClientRect();
  const isUnder = (box) => said && box.top < said.bottom && box.bottom > said.top;
  return [...document.querySelectorAll(".phone-form [type=submit]")].filter((each) => isUnder(each.getBoundingClientRect())).map(({ textContent }) => textContent);
})()`;

/** Nothing stands out over the edge of the screen, no day is broken, what is said covers no button that sends, and axe finds nothing. */
export async function fits(page: Page, name: string, width = 390) {
  expect(await page.evaluate<number>("document.documentElement.scrollWidth"), name).toBeLessThanOrEqual(width);
  expect(await page.evaluate<string[]>(broken), name).toEqual([]);
  expect(await page.evaluate<string[]>(covered), name).toEqual([]);
  await inspect(page, name);
}

/** An item on the page of the day. */
export const card = (page: Page, title: string) => page.getByRole("listitem").filter({ hasText: title });
