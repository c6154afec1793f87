import { expect, test } from "vitest";
import { shareTurns, type Taker } from "./turns.ts";

const limits = { most: 2, mostOfOne: 1, mostWaitingOfOne: 3, mostWaiting: 6, longestWaitMs: 60_000 };
const stranger = (name: string): Taker => ({ kind: "stranger", name });

/** Takes turns that end when they are told to, and notes who began, in order. */
function taking(share = shareTurns(limits)) {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const outcomes: Promise<string>[] = [];
  return {
    begun,
    outcomes,
    ask(taker: Taker) {
      const turn = share(taker, () => {
        begun.push(taker.name);
        return new Promise<void>((resolve) => void ends.push(resolve));
      });
      outcomes.push(
        turn.then(
          () => "done",
          (error: { code: string }) => error.code,
        ),
      );
    },
    /** Ends the turn that began first of those under way, and lets what follows from it happen. */
    async end() {
      ends.shift()!();
      for (let step = 0; step < 10; step++) await Promise.resolve();
    },
  };
}

test("one that asks for many turns has one at a time, and others are not behind it", async () => {
  const { ask, begun, end } = taking();
  for (let count = 0; count < 4; count++) ask(stranger("flood"));
  ask(stranger("honest"));
  expect(begun).toEqual(["flood", "honest"]);
  await end();
  expect(begun).toEqual(["flood", "honest", "flood"]);
});

test("those who wait are served in rotation, who has signed in before strangers", async () => {
  const { ask, begun, end } = taking(shareTurns({ ...limits, most: 1 }));
  for (const name of ["a", "a", "a", "b", "c"]) ask(stranger(name));
  ask({ kind: "account", name: "chief" });
  for (let count = 0; count < 5; count++) await end();
  expect(begun).toEqual(["a", "chief", "a", "b", "c", "a"]);
});

test("more than may wait of one, and more than may wait of all, are refused at once", async () => {
  const { ask, outcomes, begun, end } = taking();
  for (let count = 0; count < 5; count++) ask(stranger("flood"));
  expect(await outcomes[4]).toBe("UNAVAILABLE");
  for (const name of ["b", "c", "d", "e", "f"]) ask(stranger(name));
  expect(await outcomes.at(-1)).toBe("UNAVAILABLE");
  while (begun.length < 8) await end();
  expect(begun.toSorted()).toEqual(["b", "c", "d", "e", "flood", "flood", "flood", "flood"]);
});

test("who waits too long is refused, and leaves the line", async () => {
  const { ask, outcomes, begun, end } = taking(shareTurns({ ...limits, longestWaitMs: 1 }));
  ask(stranger("slow"));
  ask(stranger("slow"));
  expect(await outcomes[1]).toBe("UNAVAILABLE");
  await end();
  ask(stranger("slow"));
  expect(begun).toEqual(["slow", "slow"]);
});
