import { expect, test } from "vitest";
import type { FaceContext } from "./request-context.ts";
import { takeNewDocuments } from "./new-documents.ts";

const from = (bureauId: string, accountId: string, signal = new AbortController().signal) =>
  ({ actor: { bureauId, accountId }, http: { address: "10.0.0.1" }, signal }) as unknown as FaceContext;

const turnOfTheLoop = () => new Promise(setImmediate);

test("one new document is taken up in each turn of the loop, bureaus and accounts in turn", async () => {
  const inTurn = takeNewDocuments(() => 0);
  const begun: string[] = [];
  const bring = (ctx: FaceContext, name: string) => void inTurn(ctx, name, async () => begun.push(name));
  for (const name of ["a1", "a2", "a3"]) bring(from("a", "1"), name);
  bring(from("a", "2"), "a of another");
  bring(from("b", "1"), "b1");
  const seen: number[] = [];
  for (let turn = 0; turn < 5; turn++) {
    await turnOfTheLoop();
    seen.push(begun.length);
  }
  expect(begun).toEqual(["a1", "b1", "a of another", "a2", "a3"]);
  expect(seen.every((count, turn) => count <= turn + 1)).toBe(true);
});

const resting = async (othersUnderWay: number) => {
  const inTurn = takeNewDocuments(() => 3 + othersUnderWay);
  const [begun, over]: [number[], number[]] = [[], []];
  const work = async () => {
    begun.push(performance.now());
    while (performance.now() < begun.at(-1)! + 20);
    over.push(performance.now());
    await new Promise((resolve) => setTimeout(resolve, 200));
  };
  await Promise.all([0, 1, 2].map((each) => inTurn(from("a", "1"), `${each}`, work)));
  return [begun[1]! - over[0]!, begun[2]! - over[1]!];
};

test("the loop is left to other requests, where there are any, for as long as a document kept it", async () => {
  for (const pause of await resting(1)) expect(pause).toBeGreaterThan(15);
  const alone = await resting(0);
  expect(Math.min(...alone)).toBeLessThan(15);
});

test("one that nobody waits for any more is left out, and beyond an account's share only it is refused", async () => {
  const inTurn = takeNewDocuments(() => 0);
  const turnOf = (ctx: FaceContext, text: string) => inTurn(ctx, text, async () => {});
  const gone = new AbortController();
  const givenUp = turnOf(from("a", "1", gone.signal), "given up").catch((error: unknown) => error);
  gone.abort();
  const waiting = Array.from({ length: 99 }, (_, at) => turnOf(from("a", "1"), `${at}`));
  await expect(turnOf(from("a", "1"), "one more")).rejects.toMatchObject({ code: "UNAVAILABLE" });
  waiting.push(turnOf(from("a", "2"), "another's"));
  await Promise.all(waiting);
  expect(await givenUp).toMatchObject({ code: "UNAVAILABLE" });
});
