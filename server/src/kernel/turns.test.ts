import { expect, test } from "vitest";
import { Unavailable } from "./errors.ts";
import { type Bounds, takeTurns } from "./turns.ts";

const patient = 2_000_000_000;

/** Work that goes on until it is told to end, and what has begun, in order. */
function makeTurns(bounds: Partial<Bounds> = {}) {
  const inTurn = takeTurns({ atOnce: 2, waiting: 8, patienceMs: patient, ...bounds });
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (bureauId: string, name: string) =>
    inTurn(bureauId, () => {
      begun.push(name);
      return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
    });
  return { begun, work, end: (name: string) => ends.get(name)!() };
}

test("a bureau's work begins in its order, so much at one time, and another's does not wait for it", async () => {
  const { begun, work, end } = makeTurns();
  const all = ["a1", "a2", "a3", "a4"].map((name) => work("a", name));
  const other = work("b", "b1");
  await Promise.resolve();
  expect(begun).toEqual(["a1", "a2", "b1"]);
  for (const name of ["b1", "a2"]) end(name);
  expect(await Promise.all([other, all[1]])).toEqual(["b1", "a2"]);
  expect(begun).toEqual(["a1", "a2", "b1", "a3"]);
  end("a1");
  await all[0];
  for (const name of ["a3", "a4"]) end(name);
  expect(await Promise.all(all)).toEqual(["a1", "a2", "a3", "a4"]);
});

test("what failed gives its turn on", async () => {
  const inTurn = takeTurns({ atOnce: 1, waiting: 8, patienceMs: patient });
  const failing = Array.from({ length: 3 }, (_, index) => inTurn("a", () => Promise.reject(new Error(`${index}`))));
  const outcomes = await Promise.allSettled(failing);
  expect(outcomes.map((outcome) => (outcome as PromiseRejectedResult).reason.message)).toEqual(["0", "1", "2"]);
  expect(await inTurn("a", async () => "done")).toBe("done");
});

test("more than may wait is refused, and so is who has waited too long", async () => {
  const full = makeTurns({ atOnce: 1, waiting: 1 });
  const [first, second] = [full.work("a", "first"), full.work("a", "second")];
  await expect(full.work("a", "third")).rejects.toThrow(Unavailable);
  full.end("first");
  await first;
  full.end("second");
  await second;

  const hasty = makeTurns({ atOnce: 1, patienceMs: 0 });
  const held = hasty.work("a", "held");
  await expect(hasty.work("a", "given up")).rejects.toThrow(Unavailable);
  hasty.end("held");
  await held;
  const next = hasty.work("a", "next");
  await Promise.resolve();
  hasty.end("next");
  expect(await next).toBe("next");
  expect(hasty.begun).toEqual(["held", "next"]);
});
