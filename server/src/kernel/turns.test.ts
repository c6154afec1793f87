import { expect, it } from "vitest";
import { Unavailable } from "./errors.ts";
import { inTurns } from "./turns.ts";

/** Work that ends when it is told to. */
function work() {
  let end = () => {};
  let fail = (_error: Error) => {};
  let hasBegun = false;
  const run = () =>
    new Promise<void>((resolve, reject) => {
      hasBegun = true;
      end = resolve;
      fail = reject;
    });
  return { run, end: () => end(), fail: () => fail(new Error("failed")), hasBegun: () => hasBegun };
}

it("lets so many of one key work at once, in their order, and no other key wait for them", async () => {
  const take = inTurns(1, 2);
  const [first, second, third, other] = [work(), work(), work(), work()];
  const all = [take("one", first.run), take("one", second.run), take("one", third.run)];
  await expect(take("one", work().run)).rejects.toBeInstanceOf(Unavailable);
  void take("other", other.run);
  expect([first, second, third, other].map((each) => each.hasBegun())).toEqual([true, false, false, true]);
  first.fail();
  await expect(all[0]).rejects.toThrow("failed");
  expect([second, third].map((each) => each.hasBegun())).toEqual([true, false]);
  second.end();
  await all[1];
  third.end();
  await all[2];
  const again = work();
  void take("one", again.run);
  expect(again.hasBegun()).toBe(true);
});
