import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type App, buildApp } from "@maple-bridge/server";
import { clock, now, theServer } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { listen } from "../../support/listen.ts";
import { layTimedWork } from "./deadlining.ts";
import { act, issued, itemOf, makeRule, type WorkGround } from "./ground.ts";
import { goTo } from "./time-passes.ts";

let ground: WorkGround;
let app: App;
let address: string;

/** Screens listen to a process of their own, whoever of the two tells what is due. */
beforeAll(async () => {
  goTo("2026-03-03T09:00");
  ground = await layTimedWork();
  await makeRule(ground.bureau, { tellsAtAnyHour: true });
  const { applicationUrl, app: running } = await theServer();
  app = await buildApp({ databaseUrl: applicationUrl, schema: running.schema, trusted: "any", now });
  await app.fastify.listen({ port: 0, host: "127.0.0.1" });
  address = `http://127.0.0.1:${(app.fastify.server.address() as AddressInfo).port}/events`;
});
afterAll(async () => {
  clock.at = null;
  await app.close();
});

type Events = Awaited<ReturnType<typeof listen>>;

/** How often it was told of work until each of these was told to be late, and read so by who was told. */
async function toldUntilLate(events: Events, count: number) {
  let times = 0;
  while ((await lateNow()) < count) {
    const { types } = (await events.next())!;
    if (types.includes("WorkItem")) times++;
  }
  return times + (await toldOfWork(events));
}

/** How often it was told of work until it is told of what somebody has just changed. */
async function toldOfWork(events: Events) {
  const name = newKey().slice(-8);
  const input = { idempotencyKey: newKey(), parentId: ground.bureau.rootId, kind: "PARTNER", name };
  const createUnit = "mutation ($input: CreateUnitInput!) { createUnit(input: $input) { id } }";
  await ground.bureau.administrator.run(createUnit, { input });
  for (let times = 0; ;) {
    const { types } = (await events.next())!;
    if (types.includes("WorkItem")) times++;
    if (types.includes("Unit")) return times;
  }
}

const lateNow = async (): Promise<number> =>
  (await ground.dispatcher.run("{ workItems(filter: { isLate: true }) { totalCount } }")).workItems.totalCount;

test("A57: two that breach within an hour and are told at one look are told in one notice", async () => {
  const { dispatcher } = ground;
  const { id: first } = await issued(ground);
  goTo("2026-03-03T09:20");
  const { id: second } = await issued(ground);
  const events = await listen(address, dispatcher);
  await toldOfWork(events);
  goTo("2026-03-03T09:55");
  expect(await toldUntilLate(events, 2)).toBe(1);
  await events.stop();
  const told = await Promise.all(
    [first, second].map((id) => itemOf(dispatcher, id, "events { action clock happenedAt }")),
  );
  expect(told.map((item) => item.events.slice(1))).toEqual([
    [{ action: "OVERDUE", clock: "ACCEPT", happenedAt: "2026-03-03T01:30:00.000Z" }],
    [{ action: "OVERDUE", clock: "ACCEPT", happenedAt: "2026-03-03T01:50:00.000Z" }],
  ]);
});

test("A93: three hundred that breach at once are told in twenty notices at most, and whoever reads after the last one sees all", async () => {
  const { dispatcher, grid } = ground;
  const before = await lateNow();
  const to = Array.from({ length: 100 }, () => ({ gridId: grid.id }));
  for (let batch = 0; batch < 3; batch++)
    await act(dispatcher, "issueTask", { title: "核对台账", to, dueOn: "2026-03-03" }, "id");
  const events = await listen(address, dispatcher);
  await toldOfWork(events);
  goTo("2026-03-04T00:00");
  expect(await toldUntilLate(events, before + 300)).toBeLessThanOrEqual(20);
  await events.stop();
}, 120_000);
