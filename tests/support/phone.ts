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

/** Nothing stands out over the edge of the screen, and axe finds nothing. */
export async function fits(page: Page, name: string, width = 390) {
  expect(await page.evaluate<number>("document.documentElement.scrollWidth"), name).toBeLessThanOrEqual(width);
  await inspect(page, name);
}

/** An item on the page of the day. */
export const card = (page: Page, title: string) => page.getByRole("listitem").filter({ hasText: title });
