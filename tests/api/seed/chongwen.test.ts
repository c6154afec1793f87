import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../support/client.ts";
import { whileLoading } from "./demo.ts";
import { demoServer } from "./demo-server.ts";

let demo: Awaited<ReturnType<typeof demoServer>>;
let room: Client;
let unitId: string;

beforeAll(async () => {
  demo = await demoServer();
  room = await demo.signIn("room-chongwen");
  const [station] = await demo.sql<{ id: string }[]>`select id from units where name = '崇文派出所'`;
  unitId = station!.id;
}, whileLoading);
afterAll(() => demo.end());

const workCount = async (filter: object): Promise<number> =>
  (
    await room.run(`query ($filter: WorkItemFilter) { workItems(filter: $filter, first: 1) { totalCount } }`, {
      filter: { unitId, ...filter },
    })
  ).workItems.totalCount;

interface Told {
  matter: { kind: string; category: { code: string } };
  feedback: { kind: string; isResolved: boolean } | null;
}

/** All orders of a kind, page by page. */
async function orders(orderKind: string): Promise<Told[]> {
  const told: Told[] = [];
  for (let after: string | null = null; ;) {
    const { workItems }: { workItems: { nodes: Told[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
      await room.run(
        `query ($filter: WorkItemFilter, $after: String) { workItems(filter: $filter, first: 100, after: $after) {
        nodes { matter { kind category { code } } feedback { ... on CommunityFeedback { kind isResolved } } } pageInfo { hasNextPage endCursor } } }`,
        { filter: { unitId, orderKind: [orderKind] }, after },
      );
    told.push(...workItems.nodes);
    if (!workItems.pageInfo.hasNextPage) return told;
    after = workItems.pageInfo.endCursor;
  }
}

test("half a year of 崇文派出所 has 1,145 incident orders, 167 case orders with 167 answers, and 184 of supervision", async () => {
  expect(await workCount({ orderKind: ["INCIDENT"] })).toBe(1145);
  expect(await workCount({ orderKind: ["CASE"] })).toBe(167);
  expect(await workCount({ orderKind: ["SUPERVISION"] })).toBe(184);
  const { orderFunnel } = await room.run(
    `query ($unitId: ID!) { orderFunnel(unitId: $unitId, from: "2026-05-22", to: "2026-11-22") { orderKind issued fedBack } }`,
    { unitId },
  );
  expect(orderFunnel).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ orderKind: "INCIDENT", issued: 1145 }),
      { orderKind: "CASE", issued: 167, fedBack: 167 },
      expect.objectContaining({ orderKind: "SUPERVISION", issued: 184 }),
    ]),
  );
});

test("of 93 orders about disputes 71 are settled, and 10 hazards are put right", async () => {
  const told = await orders("COMMUNITY");
  const disputes = told.filter(({ matter }) => matter.kind === "DISPUTE");
  expect(disputes).toHaveLength(93);
  expect(disputes.filter(({ feedback }) => feedback?.isResolved)).toHaveLength(71);
  expect(told.filter(({ feedback }) => feedback?.kind === "HAZARD" && feedback.isResolved)).toHaveLength(10);
});

test("more than seven of ten daily incidents are disputes, hazards and calls for help", async () => {
  const told = await orders("INCIDENT");
  expect(told).toHaveLength(1145);
  const daily = told.filter(
    ({ matter: { kind, category } }) =>
      kind === "DISPUTE" || kind === "HAZARD" || (kind === "SERVICE" && category.code === "HELP"),
  );
  expect(daily.length / told.length).toBeGreaterThan(0.7);
});
