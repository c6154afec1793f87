import { newId } from "@maple-bridge/server/kernel/ids";
import { beforeAll, expect, test } from "vitest";
import type { CallerShape } from "@maple-bridge/server/kernel/read/reading";
import { explain, planOf } from "@maple-bridge/server/operator/explain";
import { type SignedIn, theServer } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { insertAnyRow } from "../../support/dated-rows.ts";
import { auditOf, makeGrid } from "../grids/ground.ts";
import {
  act,
  communityFeedback,
  field,
  issued,
  itemOf,
  layWork,
  makeRule,
  refusedAct,
  seat,
  type WorkGround,
} from "./ground.ts";

let ground: WorkGround;
beforeAll(async () => {
  ground = await layWork();
  await makeRule(ground.bureau);
});

const chiefs: CallerShape = { key: "STATION_CHIEF/w", reach: () => "some", mayWrite: true };

const fields = `id number state round returns outcome isOpen owedBy undecided version viewerMay dueOn closedAt nextDueAt
  requests { kind round isGranted reason opinion askedAt decidedAt }
  events { action fromState toState round reason actor { id } answeredBy { id } feedback { __typename } }
  clocks { clock round isRunning } responsible { id } history { action reason }`;

type Who = WorkGround["officer"] | WorkGround["chief"];

async function submitted(by: SignedIn = ground.officer, input: object = {}) {
  const { id } = await issued(ground, input);
  await act(by, "acceptWork", { id });
  await act(by, "submitWork", { id, communityFeedback });
  return id as string;
}

/** Fed back by whoever answers, and accepted by the command room. */
async function assessed(by: SignedIn = ground.officer, input: object = {}) {
  const id = await submitted(by, input);
  await act(ground.dispatcher, "closeWork", { id, expectedVersion: (await itemOf(ground.dispatcher, id)).version });
  return id;
}

const mayOf = async (client: Who, id: string): Promise<string[]> =>
  ((await itemOf(client, id, "viewerMay")).viewerMay as string[]).filter((action) => /RETURN$|WITHDRAW/.test(action));

const toDecide = async (client: Who): Promise<string[]> =>
  (await client.run(`{ myWork(part: TO_DECIDE, first: 100) { nodes { id } } }`)).myWork.nodes.map(
    ({ id }: { id: string }) => id,
  );

const waiting = async (client: Who): Promise<string[]> =>
  (await client.run(`{ myWork(first: 100) { nodes { id } } }`)).myWork.nodes.map(({ id }: { id: string }) => id);

const asked = async (client: Who): Promise<string[]> =>
  (await client.run(`{ workItems(filter: { isAsked: true }, first: 100) { nodes { id } } }`)).workItems.nodes.map(
    ({ id }: { id: string }) => id,
  );

test("A83: what is not assessed is withdrawn by who answers for it; once it is assessed its return is asked for, and granted in its ledger", async () => {
  const { officer, dispatcher, chief, colleague } = ground;
  const id = await submitted();
  expect(await mayOf(officer, id)).toEqual(["WITHDRAW_WORK"]);
  expect(await refusedAct(officer, "askForReturn", { id, reason: "漏写一户" })).toMatchObject({ code: "CONFLICT" });
  await act(officer, "withdrawWork", { id });
  await act(officer, "submitWork", { id, communityFeedback });
  await act(dispatcher, "closeWork", { id, expectedVersion: (await itemOf(dispatcher, id)).version });

  expect(await refusedAct(officer, "withdrawWork", { id })).toMatchObject({ code: "CONFLICT" });
  expect(await mayOf(officer, id)).toEqual(["ASK_FOR_RETURN"]);
  expect(await mayOf(dispatcher, id)).toEqual([]);
  expect(await refusedAct(colleague, "askForReturn", { id, reason: "漏写一户" })).toMatchObject({ code: "FORBIDDEN" });
  expect(await refusedAct(dispatcher, "grantReturn", { id })).toMatchObject({ code: "FORBIDDEN" });
  expect(await refusedAct(officer, "askForReturn", { id, reason: " " })).toMatchObject({
    fields: [{ path: ["input", "reason"] }],
  });

  const key = { id, reason: "漏写一户，需要补充", idempotencyKey: newKey() };
  const ask = await act(officer, "askForReturn", key, fields);
  expect(ask).toMatchObject({ state: "CLOSED", round: 2, isOpen: false, owedBy: null, undecided: ["RETURN"] });
  expect(ask.requests).toMatchObject([{ kind: "RETURN", round: 2, isGranted: null, reason: "漏写一户，需要补充" }]);
  expect(ask.events.at(-1)).toMatchObject({
    action: "ASK_RETURN",
    fromState: "CLOSED",
    toState: "CLOSED",
    reason: "漏写一户，需要补充",
    actor: { id: officer.memberId },
    answeredBy: { id: officer.memberId },
  });
  expect((await act(officer, "askForReturn", key, fields)).events).toHaveLength(ask.events.length);
  expect(await mayOf(officer, id)).toEqual([]);
  expect(await refusedAct(officer, "askForReturn", { id, reason: "再问一次" })).toMatchObject({ code: "FORBIDDEN" });
  expect(await refusedAct(officer, "grantReturn", { id })).toMatchObject({ code: "FORBIDDEN" });

  for (const each of [dispatcher, chief]) {
    expect(await toDecide(each)).toContain(id);
    expect(await waiting(each)).toContain(id);
    expect(await asked(each)).toContain(id);
    expect(await mayOf(each, id)).toEqual(["GRANT_RETURN", "REFUSE_RETURN"]);
  }
  for (const each of [officer, colleague]) expect(await waiting(each)).not.toContain(id);

  const granted = await act(dispatcher, "grantReturn", { id, reason: "请补全后重报" }, fields);
  expect(granted).toMatchObject({
    state: "RETURNED",
    round: 3,
    returns: 0,
    outcome: null,
    closedAt: null,
    isOpen: true,
    owedBy: "ANSWERER",
    undecided: [],
    requests: [{ isGranted: true, opinion: "请补全后重报" }],
  });
  // By the rule, as what is returned.
  expect(granted.clocks.at(-1)).toMatchObject({ clock: "FEEDBACK", round: 3, isRunning: true });
  expect(granted.events.at(-1)).toMatchObject({
    action: "GRANT_RETURN",
    fromState: "CLOSED",
    toState: "RETURNED",
    reason: "请补全后重报",
  });
  expect(await toDecide(dispatcher)).not.toContain(id);
  expect(await waiting(officer)).toContain(id);
  expect(await refusedAct(chief, "grantReturn", { id })).toMatchObject({ code: "CONFLICT" });
  expect((await auditOf(ground.bureau, id)).slice(-2)).toMatchObject([
    { action: "work.askReturn", reason: "漏写一户，需要补充" },
    { action: "work.grantReturn", reason: "请补全后重报", before: { state: "CLOSED" }, after: { state: "RETURNED" } },
  ]);
});

test("A83: what is refused stays closed, with the reason in its ledger, and may be asked for again", async () => {
  const { officer, dispatcher, chief } = ground;
  const id = await assessed();
  const before = await itemOf(officer, id, "closedAt clocks { dueAt satisfiedAt isRunning }");
  await act(officer, "askForReturn", { id, reason: "照片拍错了" });
  expect(await refusedAct(chief, "refuseReturn", { id, reason: "" })).toMatchObject({ code: "INVALID" });
  const refused = await act(chief, "refuseReturn", { id, reason: "照片可以补充说明" }, fields);
  expect(refused).toMatchObject({
    state: "CLOSED",
    outcome: "ACCEPTED",
    undecided: [],
    requests: [{ isGranted: false, opinion: "照片可以补充说明" }],
  });
  expect(refused.events.at(-1)).toMatchObject({ action: "REFUSE_RETURN", reason: "照片可以补充说明" });
  expect(await itemOf(officer, id, "closedAt clocks { dueAt satisfiedAt isRunning }")).toEqual(before);
  expect(await toDecide(dispatcher)).not.toContain(id);
  expect(await refusedAct(dispatcher, "grantReturn", { id })).toMatchObject({ code: "FORBIDDEN" });
  const again = await act(officer, "askForReturn", { id, reason: "当事人已更正" }, fields);
  expect(again.requests).toMatchObject([{ isGranted: false }, { isGranted: null }]);
});

test("A83: nobody grants what they have asked for, from no account of theirs; nor does who fed it back", async () => {
  const { bureau, stationId, dispatcher } = ground;
  const grid = await makeGrid(bureau, stationId);
  const both = await field(bureau, stationId);
  await seat(bureau, grid.id, both.memberId);
  const chiefToo = await bureau.signIn({ role: "STATION_CHIEF", unitId: stationId, memberId: both.memberId });
  const id = await assessed(both, { to: [{ gridId: grid.id }] });
  await act(both, "askForReturn", { id, reason: "漏写一户" });
  expect(await mayOf(chiefToo, id)).toEqual([]);
  for (const [mutation, input] of [
    ["grantReturn", { id }],
    ["refuseReturn", { id, reason: "不必" }],
  ] as const)
    expect(await refusedAct(chiefToo, mutation, input)).toMatchObject({ code: "FORBIDDEN" });
  expect(await toDecide(chiefToo)).not.toContain(id);

  // Who has asked holds the seat no more, and the chief holds it who did not feed back.
  const other = await field(bureau, stationId);
  const mixed = await makeGrid(bureau, stationId);
  await seat(bureau, mixed.id, other.memberId);
  const theirs = await assessed(other, { to: [{ gridId: mixed.id }] });
  await handSeat(mixed.id, both.memberId);
  await act(both, "askForReturn", { id: theirs, reason: "前任漏写一户" });
  expect(await mayOf(chiefToo, theirs)).toEqual([]);
  expect(await mayOf(dispatcher, theirs)).toEqual(["GRANT_RETURN", "REFUSE_RETURN"]);

  // The same of more time, which one's other account has asked for.
  const open = await issued(ground, { to: [{ gridId: grid.id }] });
  await act(both, "askForMoreTime", { id: open.id, clock: "ACCEPT", days: 1, reason: "外出" });
  expect(await refusedAct(chiefToo, "grantMoreTime", { id: open.id, days: 1 })).toMatchObject({ code: "FORBIDDEN" });
  await act(dispatcher, "grantMoreTime", { id: open.id, days: 1 });
});

/** From now on another one holds the seat. */
async function handSeat(gridId: string, memberId: string) {
  const { bureau } = ground;
  await bureau.sql(async (sql) => {
    const at = new Date();
    await sql`update assignments set ends_at = ${at} where bureau_id = ${bureau.id} and grid_id = ${gridId} and ends_at is null`;
    await insertAnyRow(sql, "assignments", {
      bureauId: bureau.id,
      id: newId(),
      gridId,
      memberId,
      duty: "RESPONSIBLE_OFFICER",
      startsAt: at,
    });
  });
}

test("A83: where the seat has changed hands meanwhile the request stands, and what is granted is owed by who holds it now", async () => {
  const { bureau, stationId, dispatcher } = ground;
  const grid = await makeGrid(bureau, stationId);
  const [before, after] = [await field(bureau, stationId), await field(bureau, stationId)];
  await seat(bureau, grid.id, before.memberId);
  const id = await assessed(before, { to: [{ gridId: grid.id }] });
  await act(before, "askForReturn", { id, reason: "漏写一户" });
  await handSeat(grid.id, after.memberId);
  expect(await mayOf(after, id)).toEqual([]);
  expect(await refusedAct(after, "askForReturn", { id, reason: "漏写一户" })).toMatchObject({ code: "FORBIDDEN" });
  expect(await mayOf(before, id)).toEqual([]);
  expect(await toDecide(dispatcher)).toContain(id);
  const granted = await act(dispatcher, "grantReturn", { id }, fields);
  expect(granted).toMatchObject({ state: "RETURNED", responsible: [{ id: after.memberId }] });
  expect(granted.events.at(-1)).toMatchObject({ action: "GRANT_RETURN", answeredBy: { id: after.memberId } });
  expect(await waiting(after)).toContain(id);
});

test("A83: who reopens it by themselves grants what another one has asked for; what they have asked for themselves comes to nothing", async () => {
  const { bureau, stationId, officer, chief } = ground;
  const id = await assessed();
  await act(officer, "askForReturn", { id, reason: "漏写一户" });
  const reopened = await act(chief, "reopenWork", { id, reason: "群众反映未了" }, fields);
  expect(reopened).toMatchObject({
    state: "RETURNED",
    undecided: [],
    requests: [{ isGranted: true, opinion: "群众反映未了" }],
  });
  expect(await toDecide(chief)).not.toContain(id);

  const grid = await makeGrid(bureau, stationId);
  const both = await field(bureau, stationId);
  await seat(bureau, grid.id, both.memberId);
  const chiefToo = await bureau.signIn({ role: "STATION_CHIEF", unitId: stationId, memberId: both.memberId });
  const own = await assessed(both, { to: [{ gridId: grid.id }] });
  await act(chiefToo, "askForReturn", { id: own, reason: "漏写一户" });
  const opened = await act(chiefToo, "reopenWork", { id: own, reason: "漏写一户" }, fields);
  expect(opened).toMatchObject({ state: "RETURNED", undecided: [], requests: [{ round: 1, isGranted: null }] });
  expect(await toDecide(chief)).not.toContain(own);
  // The next round is asked for by itself.
  await act(both, "submitWork", { id: own, communityFeedback });
  await act(chief, "closeWork", { id: own, expectedVersion: (await itemOf(chief, own)).version });
  await act(both, "askForReturn", { id: own, reason: "又漏一户" });
  expect(await toDecide(chief)).toContain(own);
});

test("A83: the database holds one undecided request for a round, of closed work, and none that its asker has decided", async () => {
  const { bureau, officer, dispatcher } = ground;
  const id = await assessed();
  await act(officer, "askForReturn", { id, reason: "漏写一户" });
  const at = new Date();
  const asking = { bureauId: bureau.id, itemId: id, kind: "RETURN", round: 1, askedAt: at, reason: "又一次" };
  const put = (row: object) =>
    bureau.sql((sql) =>
      insertAnyRow(sql, "work_requests", { ...asking, id: newId(), askedBy: officer.accountId, ...row }),
    );
  await expect(put({})).rejects.toThrow("work_requests_one_return");
  await expect(put({ round: 2, since: at })).rejects.toThrow("work_requests_of_kind");
  await expect(put({ round: 2, isGranted: true, decidedAt: at, decidedBy: officer.accountId })).rejects.toThrow(
    "work_requests_return_by_another",
  );
  await put({ round: 2, isGranted: true, decidedAt: at, decidedBy: dispatcher.accountId });
  const open = await issued(ground);
  await expect(
    bureau.sql((sql) => sql`update work_items set return_asked_at = now() where id = ${open.id}`),
  ).rejects.toThrow("work_items_return_asked");
});

test("A83: what waits is read by the index of what waits, however much is over", async () => {
  const { app, applicationUrl } = await theServer();
  for (const query of [
    "{ myWork { nodes { number } } }",
    "{ myWork(part: TO_DECIDE) { nodes { number } } }",
    "{ workItems(filter: { isAsked: true }) { nodes { number } } }",
    "{ workItems(filter: { isOpen: true }) { nodes { number } } }",
  ])
    for (const who of [undefined, chiefs]) {
      const { plan } = explain(app.schema, { query, variables: {} }, who);
      const text = (await planOf(applicationUrl, plan)).join("\n");
      expect(text, query).toContain("work_items_due_index");
    }
});
