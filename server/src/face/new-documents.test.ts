import { expect, test } from "vitest";
import type { FaceContext } from "./request-context.ts";
import { takeNewDocuments } from "./new-documents.ts";

const from = (bureauId: string, accountId: string, signal = new AbortController().signal) =>
  ({ actor: { bureauId, accountId }, http: { address: "10.0.0.1" }, signal }) as unknown as FaceContext;

const turnOfTheLoop = () => new Promise(setImmediate);

test("one new document is taken up in each turn of the loop, bureaus and accounts in turn", async () => {
  const turnOf = takeNewDocuments();
  const begun: string[] = [];
  const bring = (ctx: FaceContext, name: string) => void turnOf(ctx, name).then(() => begun.push(name));
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

test("one that nobody waits for any more is left out, and beyond an account's share only it is refused", async () => {
  const turnOf = takeNewDocuments();
  const gone = new AbortController();
  let begun = false;
  void turnOf(from("a", "1", gone.signal), "given up").then(() => (begun = true));
  gone.abort();
  const waiting = Array.from({ length: 99 }, (_, at) => turnOf(from("a", "1"), `${at}`));
  await expect(turnOf(from("a", "1"), "one more")).rejects.toMatchObject({ code: "UNAVAILABLE" });
  waiting.push(turnOf(from("a", "2"), "another's"));
  await Promise.all(waiting);
  expect(begun).toBe(false);
});
