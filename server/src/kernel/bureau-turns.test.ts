import { expect, test } from "vitest";
import { bureauTurns } from "./bureau-turns.ts";

/** Files whose end the test decides; `begun` tells which have been begun, in their order. */
function files(atOnce: number) {
  const inTurn = bureauTurns(atOnce, { all: 40, bureau: 8 }, "FILES_BUSY");
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  return {
    begun,
    bring(bureau: string, file: string) {
      const ended = new Promise<void>((resolve, reject) =>
        ends.set(file, (error) => (error ? reject(error) : resolve())),
      );
      return inTurn(bureau, async () => {
        begun.push(file);
        await ended;
      });
    },
    async end(file: string, error?: Error) {
      ends.get(file)!(error);
      await new Promise(setImmediate);
    },
  };
}

test("bureaus take turns, one file of each at a time, however many one of them brings", async () => {
  const { begun, bring, end } = files(2);
  for (const file of ["a1", "a2", "a3", "a4"]) void bring("a", file);
  for (const file of ["b1", "b2"]) void bring("b", file);
  void bring("c", "c1");
  await new Promise(setImmediate);
  expect(begun).toEqual(["a1", "b1"]);
  await end("a1");
  expect(begun).toEqual(["a1", "b1", "c1"]);
  await end("c1");
  await end("b1");
  expect(begun).toEqual(["a1", "b1", "c1", "a2", "b2"]);
  await end("a2");
  await end("b2");
  expect(begun.at(-1)).toBe("a3");
});

test("a file that fails gives its turn on, and harms no other", async () => {
  const { begun, bring, end } = files(1);
  const failed = bring("a", "a1");
  const after = [bring("a", "a2"), bring("b", "b1")];
  void end("a1", new Error("given up"));
  await expect(failed).rejects.toThrow("given up");
  await end("b1");
  await end("a2");
  await Promise.all(after);
  expect(begun).toEqual(["a1", "b1", "a2"]);
});

test("what is more than a bureau's share, or all shares, is refused as busy", async () => {
  const { bring } = files(1);
  for (let bureau = 0; bureau < 5; bureau++)
    for (let file = 0; file < 8; file++) void bring(`bureau ${bureau}`, `${bureau} ${file}`);
  await expect(bring("bureau 0", "more")).rejects.toMatchObject({ code: "UNAVAILABLE", detail: "FILES_BUSY" });
  await expect(bring("another", "more")).rejects.toMatchObject({ detail: "FILES_BUSY" });
});
