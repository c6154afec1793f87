import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "@maple-bridge/server/kernel/ids";
import { clock } from "../../support/bureau.ts";
import { type Client, newKey } from "../../support/client.ts";
import { insertAnyRow } from "../../support/dated-rows.ts";
import { makeAbsence, makeGrid, makeStation } from "../grids/ground.ts";
import { iso, layTimedWork, tuesday, withRule } from "./deadlining.ts";
import {
  act,
  communityFeedback,
  field,
  issued,
  itemOf,
  keepSignedIn,
  refusedAct,
  seat,
  type WorkGround,
} from "./ground.ts";
import { goTo } from "./time-passes.ts";

let ground: WorkGround;
beforeAll(async () => {
  goTo(`${tuesday}T09:00`);
  ground = await layTimedWork();
  await withRule(ground.bureau.administrator);
});
beforeEach(() => goTo(`${tuesday}T09:00`));
afterAll(() => void (clock.at = null));

const fields = `id outcome isSignedByGiver beginner endReason giver { id } taker { id } items { number outcome item { id } } viewerMay`;
const itemFields = `state isSuspended nextDueAt member { id } duty grid { id } responsible { id } pauses { startsAt until }
  events { action actor { id } handedOver { handover { giver { id } taker { id } } } } viewerMay`;

/** Two officers of the station with a grid each for the giver. */
async function twoOfficers() {
  const { bureau, stationId } = ground;
  const [giver, taker] = [await field(bureau, stationId), await field(bureau, stationId)];
  const grid = await makeGrid(bureau, stationId);
  await seat(bureau, grid.id, giver.memberId);
  await keepSignedIn(bureau);
  return { giver, taker, grid };
}

const begin = (client: Client, giverId: string, takerId: string, more: object = {}) =>
  act(client, "beginHandover", { giverId, takerId, ...more }, fields);
const orderTo = async (gridId: string) => (await issued(ground, { to: [{ gridId }] })).id as string;
const endAll = (client: Client, id: string, mutation: string) =>
  client.run(`mutation ($input: EndHandoverInput!) { ${mutation}(input: $input) { ${fields} } }`, {
    input: { idempotencyKey: newKey(), id, reason: "数量有误" },
  });

test("A39, A36: thirty open items of a seat are handed over by one action and one list, which both sign, with thirty events; a suspended one keeps its suspension and its due time", async () => {
  const { dispatcher, bureau } = ground;
  const { giver, taker, grid } = await twoOfficers();
  const tasks: { id: string }[] = await act(
    dispatcher,
    "issueTask",
    { title: "核对台账", to: Array.from({ length: 28 }, () => ({ gridId: grid.id })), dueOn: "2026-03-20" },
    "id",
  );
  const [order, waiting] = [await orderTo(grid.id), await orderTo(grid.id)];
  await act(giver, "acceptWork", { id: order });
  await act(dispatcher, "suspendWork", { id: order, until: iso("2026-03-05T09:00"), reason: "等待鉴定" });
  const before = await itemOf(dispatcher, order, itemFields);
  const begun = await begin(giver, giver.memberId, taker.memberId, { gridId: grid.id, reason: "岗位调整" });
  expect(begun).toMatchObject({ outcome: null, isSignedByGiver: true, viewerMay: ["WITHDRAW_HANDOVER"] });
  expect(begun.items).toHaveLength(30);
  expect(await itemOf(taker, order, "responsible { id }")).toEqual({ responsible: [{ id: giver.memberId }] });
  expect((await itemOf(dispatcher, tasks[0]!.id, "responsible { id }")).responsible).toEqual([{ id: giver.memberId }]);
  const seen = await taker.run(`query ($id: ID!) { node(id: $id) { ... on Handover { viewerMay } } }`, {
    id: begun.id,
  });
  expect(seen.node.viewerMay).toEqual(["CONFIRM_HANDOVER", "DECLINE_HANDOVER"]);
  expect(await refusedAct(giver, "confirmHandover", { id: begun.id })).toMatchObject({ code: "FORBIDDEN" });
  const confirmed = await act(taker, "confirmHandover", { id: begun.id }, fields);
  expect(confirmed).toMatchObject({ outcome: "CONFIRMED", viewerMay: [] });
  expect(confirmed.items.every(({ outcome }: { outcome: string }) => outcome === "MOVED")).toBe(true);
  const after = await itemOf(dispatcher, order, itemFields);
  expect(after).toMatchObject({
    state: "ACCEPTED",
    isSuspended: true,
    nextDueAt: before.nextDueAt,
    pauses: before.pauses,
    member: { id: taker.memberId },
    grid: { id: grid.id },
    responsible: [{ id: taker.memberId }],
  });
  const handedOver = { handover: { giver: { id: giver.memberId }, taker: { id: taker.memberId } } };
  expect(after.events.at(-1)).toMatchObject({ action: "HAND_OVER", actor: { id: taker.memberId }, handedOver });
  const [{ events }] = (await bureau.sql(
    (sql) =>
      sql`select count(*)::int as events from work_events where action = 'HAND_OVER' and actor_member_id = ${taker.memberId}`,
  )) as unknown as [{ events: number }];
  expect(events).toBe(30);
  expect(await itemOf(taker, waiting, "state viewerMay")).toMatchObject({
    state: "ISSUED",
    viewerMay: expect.arrayContaining(["ACCEPT_WORK"]),
  });
}, 60_000);

test("A39: what was closed, readdressed or declined meanwhile is left out and said so; what is in one handover is in no other", async () => {
  const { dispatcher, officer } = ground;
  const { giver, taker, grid } = await twoOfficers();
  const [stays, moved, over, given] = [
    await orderTo(grid.id),
    await orderTo(grid.id),
    await orderTo(grid.id),
    await orderTo(grid.id),
  ];
  const { id } = await begin(giver, giver.memberId, taker.memberId, { itemIds: [moved, over, given] });
  expect(
    await refusedAct(giver, "beginHandover", { giverId: giver.memberId, takerId: taker.memberId, itemIds: [moved] }),
  ).toMatchObject({
    code: "CONFLICT",
    fields: [{ path: ["input", "itemIds", 0], code: "HANDOVER_NOT_THEIRS" }],
  });
  await act(giver, "acceptWork", { id: over });
  const { version } = await act(giver, "submitWork", { id: over, communityFeedback });
  await act(dispatcher, "closeWork", { id: over, expectedVersion: version });
  await act(dispatcher, "readdressWork", { id: moved, to: { gridId: ground.grid.id } });
  const { items } = await act(taker, "confirmHandover", { id }, fields);
  const outcomeOf = new Map(
    items.map((line: { item: { id: string }; outcome: string }) => [line.item.id, line.outcome]),
  );
  expect([moved, over, given].map((each) => outcomeOf.get(each))).toEqual(["ELSEWHERE", "OVER", "MOVED"]);
  expect((await itemOf(dispatcher, moved, "responsible { id }")).responsible).toEqual([{ id: officer.memberId }]);
  expect((await itemOf(dispatcher, stays, "responsible { id }")).responsible).toEqual([{ id: giver.memberId }]);
  expect(await refusedAct(taker, "confirmHandover", { id })).toMatchObject({ fields: [{ code: "HANDOVER_ENDED" }] });
});

test("A39: where the seat itself has passed to the taker, its work stays the seat's, and each item says who gave it to whom", async () => {
  const { bureau, dispatcher } = ground;
  const { giver, taker, grid } = await twoOfficers();
  const order = await orderTo(grid.id);
  goTo(`${tuesday}T10:00`);
  await bureau.sql(async (sql) => {
    await sql`update assignments set ends_at = ${clock.at} where grid_id = ${grid.id}`;
  });
  const duty = "RESPONSIBLE_OFFICER";
  await bureau.sql((sql) =>
    insertAnyRow(sql, "assignments", {
      ...{ bureauId: bureau.id, id: newId(), gridId: grid.id, memberId: taker.memberId, duty, startsAt: clock.at! },
    }),
  );
  const { id } = await begin(giver, giver.memberId, taker.memberId);
  await act(taker, "confirmHandover", { id }, fields);
  const after = await itemOf(dispatcher, order, itemFields);
  expect(after).toMatchObject({ duty, member: null, responsible: [{ id: taker.memberId }] });
  expect(after.events.at(-1)).toMatchObject({
    action: "HAND_OVER",
    handedOver: { handover: { giver: { id: giver.memberId } } },
  });
});

test("A39: for one who has left or is away who commands begins it; for one who is there nobody else does; it may be withdrawn or declined with a reason", async () => {
  const { bureau, chief, dispatcher, colleague } = ground;
  const { giver, taker, grid } = await twoOfficers();
  await orderTo(grid.id);
  const mayBegin = async (client: Client) =>
    (
      await client.run(`query ($id: ID!) { node(id: $id) { ... on Member { viewerMayHandOver } } }`, {
        id: giver.memberId,
      })
    ).node.viewerMayHandOver;
  expect([await mayBegin(giver), await mayBegin(chief), await mayBegin(colleague)]).toEqual([true, false, false]);
  expect(await refusedAct(chief, "beginHandover", { giverId: giver.memberId, takerId: taker.memberId })).toMatchObject({
    fields: [{ path: ["input", "giverId"], code: "HANDOVER_GIVER_SIGNS" }],
  });
  expect(
    await refusedAct(colleague, "beginHandover", { giverId: giver.memberId, takerId: taker.memberId }),
  ).toMatchObject({
    code: "FORBIDDEN",
  });
  const first = await begin(giver, giver.memberId, taker.memberId);
  expect(await mayBegin(giver)).toBe(false);
  expect((await endAll(taker, first.id, "declineHandover")).declineHandover).toMatchObject({
    outcome: "DECLINED",
    endReason: "数量有误",
    items: [{ outcome: "CALLED_OFF" }],
  });
  await makeAbsence(bureau, giver.memberId, { startsAt: new Date("2026-03-01T00:00:00Z") });
  expect([await mayBegin(chief), await mayBegin(dispatcher)]).toEqual([true, true]);
  const second = await begin(chief, giver.memberId, taker.memberId);
  expect(second).toMatchObject({ isSignedByGiver: false, viewerMay: ["WITHDRAW_HANDOVER"] });
  expect((await endAll(dispatcher, second.id, "withdrawHandover")).withdrawHandover).toMatchObject({
    outcome: "WITHDRAWN",
  });
  await bureau.sql(async (sql) => {
    await sql`update assignments set ends_at = ${clock.at} where member_id = ${giver.memberId}`;
    await sql`update members set left_on = ${tuesday} where id = ${giver.memberId}`;
  });
  const third = await begin(chief, giver.memberId, taker.memberId);
  expect((await act(taker, "confirmHandover", { id: third.id }, fields)).items).toMatchObject([{ outcome: "MOVED" }]);
});

test("A39: the taker is another member of the station, on the strength, who may hold the duty", async () => {
  const { bureau, stationId, dispatcher } = ground;
  const { giver, taker, grid } = await twoOfficers();
  await orderTo(grid.id);
  const elsewhere = await field(bureau, await makeStation(bureau));
  const worker = await field(bureau, stationId, { kind: "GRID_WORKER" });
  const gone = await field(bureau, stationId);
  await bureau.sql(async (sql) => {
    await sql`update members set left_on = '2026-03-01' where id = ${gone.memberId}`;
  });
  await keepSignedIn(bureau);
  const refused = async (takerId: string) =>
    (await refusedAct(giver, "beginHandover", { giverId: giver.memberId, takerId })).fields?.[0]?.code;
  expect([await refused(giver.memberId), await refused(gone.memberId), await refused(worker.memberId)]).toEqual([
    "HANDOVER_TO_ONESELF",
    "WORK_MEMBER_LEFT",
    "HANDOVER_NOTHING",
  ]);
  expect(["HANDOVER_OTHER_STATION", "NOT_FOUND"]).toContain(await refused(elsewhere.memberId));
  const [task] = await act(dispatcher, "issueTask", { title: "整理台账", to: [{ memberId: giver.memberId }] });
  const choices = async (takerId: string) =>
    (
      await giver.run(`query ($g: ID!, $t: ID!) { workToHandOver(giverId: $g, takerId: $t) { nodes { id } } }`, {
        g: giver.memberId,
        t: takerId,
      })
    ).workToHandOver.nodes;
  expect(await choices(worker.memberId)).toEqual([{ id: task.id }]);
  expect(await choices(taker.memberId)).toHaveLength(2);
});
