import fc from "fast-check";
import { expect, test } from "vitest";
import { fairQueue, type Waiting } from "./fair-queue.ts";

interface Item extends Waiting {
  number: number;
}

const wide = { count: 1_000, bytes: 1_000_000 };
const item = (number: number, bureauId: string, accountId = `${bureauId}1`, bytes = 1): Item => ({
  number,
  bureauId,
  accountId,
  bytes,
});
const all = () => true;

const items = fc.array(fc.record({ bureau: fc.integer({ min: 1, max: 4 }), account: fc.integer({ min: 1, max: 3 }) }), {
  maxLength: 60,
});

function queued(drafts: readonly { bureau: number; account: number }[]) {
  const queue = fairQueue<Item>({ account: wide, bureau: wide });
  const made = drafts.map(({ bureau, account }, index) => item(index, `b${bureau}`, `b${bureau}a${account}`));
  for (const each of made) queue.add(each);
  return { queue, made };
}

function drain(queue: ReturnType<typeof fairQueue<Item>>) {
  const taken: Item[] = [];
  for (let next = queue.next(all); next; next = queue.next(all)) taken.push(next);
  return taken;
}

test("all that waits is taken once, each account's own in its order", () => {
  fc.assert(
    fc.property(items, (drafts) => {
      const { queue, made } = queued(drafts);
      const taken = drain(queue);
      expect(new Set(taken)).toEqual(new Set(made));
      expect(queue.size).toBe(0);
      for (const { accountId } of made) {
        const numbers = taken.filter((each) => each.accountId === accountId).map((each) => each.number);
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      }
    }),
  );
});

test("nobody is passed twice by another bureau, or by another account of the own one, while something waits", () => {
  fc.assert(
    fc.property(items, (drafts) => {
      const { queue, made } = queued(drafts);
      const taken = drain(queue);
      for (const by of ["bureauId", "accountId"] as const)
        for (const waiting of made) {
          const rivals = taken.slice(0, taken.indexOf(waiting));
          const own = rivals.findLastIndex((each) => each[by] === waiting[by]);
          const since = rivals.slice(own + 1).filter((each) => each.bureauId === waiting.bureauId || by === "bureauId");
          const passing = since.map((each) => each[by]);
          expect(new Set(passing).size).toBe(passing.length);
        }
    }),
  );
});

test("what is beyond an account's or a bureau's bounds is refused, and nothing of others", () => {
  const bounds = { account: { count: 2, bytes: 100 }, bureau: { count: 3, bytes: 150 } };
  const queue = fairQueue<Item>(bounds);
  const admitted = [
    item(1, "b1", "x"),
    item(2, "b1", "x"),
    item(3, "b1", "x"),
    item(4, "b1", "y"),
    item(5, "b1", "z"),
    item(6, "b2", "u", 90),
    item(7, "b2", "u", 11),
    item(8, "b2", "v", 61),
    item(9, "b2", "v", 60),
  ].filter((each) => queue.add(each));
  expect(admitted.map(({ number }) => number)).toEqual([1, 2, 4, 6, 9]);
  expect(drain(queue)).toHaveLength(5);
  expect(queue.add(item(10, "b1", "x"))).toBe(true);
});

test("what was let in elsewhere waits beyond the bounds, behind the account's others", () => {
  const queue = fairQueue<Item>({ account: { count: 1, bytes: 100 }, bureau: { count: 1, bytes: 100 } });
  expect([queue.add(item(1, "b1")), queue.add(item(2, "b1")), queue.add(item(3, "b1"), true)]).toEqual([
    true,
    false,
    true,
  ]);
  expect(drain(queue).map(({ number }) => number)).toEqual([1, 3]);
});

test("who may not go now is passed over, and keeps the place", () => {
  const queue = fairQueue<Item>({ account: wide, bureau: wide });
  for (const each of [item(1, "b1"), item(2, "b1"), item(3, "b2"), item(4, "b2")]) queue.add(each);
  expect(queue.next(({ bureauId }) => bureauId === "b2")?.number).toBe(3);
  expect(queue.next(() => false)).toBeUndefined();
  expect(queue.next(all)?.number).toBe(1);
});

test("what nobody waits for is taken out, and what comes again stands first", () => {
  const queue = fairQueue<Item>({ account: { count: 2, bytes: 2 }, bureau: wide });
  queue.add(item(1, "b1"));
  queue.add(item(2, "b1"));
  queue.addAgain(item(3, "b1"));
  expect(queue.remove(({ number }) => number === 1).map(({ number }) => number)).toEqual([1]);
  expect(queue.size).toBe(2);
  expect(drain(queue).map(({ number }) => number)).toEqual([3, 2]);
});
