import { figuresOf, incidentsOf, published, smallServices, spansOf } from "@maple-bridge/drizzle/figures";
import type { Client } from "../../support/client.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { now, whileLoading } from "./demo.ts";
import { demoServer } from "./demo-server.ts";
import { rowsAt } from "./rows-at.ts";

let demo: Awaited<ReturnType<typeof demoServer>>;
const clients = new Map<string, Client>();

beforeAll(async () => {
  demo = await demoServer();
}, whileLoading);
afterAll(() => demo.end());

/** How many rows the address opens for the account. */
async function rowsFor(account: string, address: string): Promise<number> {
  const client = clients.get(account) ?? (await demo.signInAs(account));
  clients.set(account, client);
  return rowsAt(client, address);
}

const figures = figuresOf(now);

describe("each published figure is the count of the list that its address opens", () => {
  for (const { account, says, count, of, address } of figures)
    test(`${account}: ${says} ${count.toLocaleString("en")}${of ? `/${of.count}` : ""}`, async () => {
      expect(await rowsFor(account, address)).toBe(count);
      if (of) expect(await rowsFor(account, of.address)).toBe(of.count);
    });

  test("they are those that were published", () => {
    expect(figures.map(({ count }) => count)).toEqual([1896, 307, 412, 98, 42, 52, 443, 479, 37_000, 5560, 118, 141]);
  });
});

const matters = (search: Record<string, string>) => `/matters?${new URLSearchParams(search).toString()}`;

test("解州's incidents go down from 98 in the first to 42 in the last of 24 months", async () => {
  const { months } = spansOf(now);
  const counts: number[] = [];
  for (const month of months)
    counts.push(await rowsFor("chief-xiezhou@140802", matters({ kind: "INCIDENT", ...month })));
  expect(counts).toEqual(months.map((_, index) => incidentsOf(index)));
  expect([counts.length, counts[0], counts.at(-1)]).toEqual([24, 98, 42]);
  expect(counts).toEqual(counts.toSorted((one, other) => other - one));
});

test("新义's 443 disputes are those of each of the three methods, its 479 small services of each of the five", async () => {
  const { halfYear } = spansOf(now);
  const of = (search: Record<string, string>) => rowsFor("chief-xinyi@141181", matters({ ...search, ...halfYear }));
  for (const [method, count] of Object.entries(published.xinyi.byMethod))
    expect(await of({ kind: "DISPUTE", method }), method).toBe(count);
  let sum = 0;
  for (const category of smallServices) sum += await of({ kind: "SERVICE", category });
  expect(sum).toBe(479);
});
