import { expect, test, vi } from "vitest";
import { fewFirst } from "./few-first.ts";

const longMs = 100;

/** Work that goes on until it is told to end: what has begun, in order, and which of it has a place. */
function makeWork() {
  const go = fewFirst({ few: 2, longMs });
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) =>
    go(name[0]!, (hasPlace) => {
      begun.push(hasPlace ? name : `${name} beside`);
      return new Promise<void>((resolve) => ends.set(name, resolve));
    });
  return { begun, work, end: (name: string) => ends.get(name)!() };
}

test("few go at one time, and of what waits first the bureau that has least under way", async () => {
  const { begun, work, end } = makeWork();
  const all = ["a1", "a2", "a3", "a4", "b1"].map(work);
  await Promise.resolve();
  expect(begun).toEqual(["a1", "a2"]);
  end("a1");
  await all[0];
  expect(begun).toEqual(["a1", "a2", "b1"]);
  end("a2");
  await all[1];
  expect(begun).toEqual(["a1", "a2", "b1", "a3"]);
  end("b1");
  await all[4];
  end("a3");
  await all[2];
  end("a4");
  await all[3];
});

test("what takes long keeps its place and lets another go beside it", async () => {
  vi.useFakeTimers();
  try {
    const { begun, work, end } = makeWork();
    const all = ["a1", "a2", "a3", "b1", "c1"].map(work);
    await vi.advanceTimersByTimeAsync(longMs - 1);
    expect(begun).toEqual(["a1", "a2"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(begun).toEqual(["a1", "a2", "b1 beside", "a3 beside"]);
    end("a1");
    await all[0];
    expect(begun).toHaveLength(4);
    end("b1");
    await all[3];
    expect(begun.at(-1)).toBe("c1");
    for (const name of ["a2", "a3", "c1"]) end(name);
    await Promise.all(all);
  } finally {
    vi.useRealTimers();
  }
});

test("what failed gives its place on", async () => {
  const go = fewFirst({ few: 1, longMs });
  const failing = [0, 1, 2].map((each) => go("a", () => Promise.reject(new Error(`${each}`))));
  const outcomes = await Promise.allSettled(failing);
  expect(outcomes.map((outcome) => (outcome as PromiseRejectedResult).reason.message)).toEqual(["0", "1", "2"]);
  expect(await go("a", async (hasPlace) => hasPlace)).toBe(true);
});
