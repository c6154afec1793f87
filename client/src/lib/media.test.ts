import { afterEach, expect, it, vi } from "vitest";
import { watchMedia } from "./media.ts";

/** As Chromium has it: a change is told unless somebody has read of it before. */
class Query extends EventTarget {
  #told = false;
  #fits = false;
  get matches() {
    this.#told = this.#fits;
    return this.#fits;
  }
  change(fits: boolean) {
    this.#fits = fits;
  }
  tell() {
    if (this.#told === this.#fits) return;
    this.dispatchEvent(Object.assign(new Event("change"), { matches: this.matches }));
  }
}

afterEach(() => void vi.unstubAllGlobals());

it("a change is told, however often it is asked before it is", () => {
  const query = new Query();
  vi.stubGlobal("window", { matchMedia: () => query });
  const { fits, watch } = watchMedia("(prefers-color-scheme: dark)");
  const told: boolean[] = [];
  const stop = watch(() => told.push(fits()));
  query.change(true);
  expect(fits()).toBe(false);
  query.tell();
  expect([fits(), told]).toEqual([true, [true]]);
  stop();
  query.change(false);
  query.tell();
  expect([fits(), told]).toEqual([false, [true]]);
});
