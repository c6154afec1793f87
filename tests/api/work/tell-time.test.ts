import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import { makeGrid } from "../grids/ground.ts";
import { serverWith } from "../kernel/probing.ts";
import {
  act,
  communityFeedback,
  field,
  issued,
  itemOf,
  keepSignedIn,
  layWork,
  makeRule,
  seat,
  type WorkGround,
} from "./ground.ts";
import { at, byClock, goTo, passTo, runJob, tellTime, ticksOf, timeFields } from "./time-passes.ts";

let ground: WorkGround;
let vacantId: string;
beforeAll(async () => {
  goTo("2026-03-03T09:00");
  ground = await layWork();
  const { bureau, stationId } = ground;
  vacantId = (await makeGrid(bureau, stationId)).id;
  await keepSignedIn(bureau);
  await makeRule(bureau, { escalateAfter: 60, urgesWhenDueSoon: true });
  await makeRule(bureau, { urgency: "URGENT", acceptWithin: 5, feedbackWithin: 60, tellsAtAnyHour: true });
});
beforeEach(() => goTo("2026-03-03T09:00"));
afterAll(() => void (clock.at = null));

const look = (id: string) => itemOf(ground.bureau.administrator, id, timeFields);
const told = async (id: string) => byClock(await look(id));

test("A55, A58: what nobody answers for is told of as due soon, overdue and up one level, by the clock and by nobody's account", async () => {
  const { bureau, stationId } = ground;
  const item = await issued(ground, { to: [{ gridId: vacantId }] });
  await passTo(bureau, "2026-03-03T09:21");
  expect(await told(item.id)).toEqual([]);
  await passTo(bureau, "2026-03-03T09:22");
  expect(await told(item.id)).toEqual(["DUE_SOON ACCEPT", "URGE ACCEPT"]);
  await passTo(bureau, "2026-03-03T10:31");
  const later = await look(item.id);
  expect(byClock(later).slice(2)).toEqual(["OVERDUE ACCEPT", "ESCALATE ACCEPT"]);
  expect(later).toMatchObject({ level: 1, isLate: true, state: "ISSUED", unit: { id: stationId } });
  expect(later.events.at(-1)).toMatchObject({
    cause: "JOB",
    actorName: "系统",
    actor: null,
    reason: "接收时限已过，按时限规则自动升级。",
    happenedAt: "2026-03-03T02:30:00.000Z",
  });
  expect(later.clocks.filter(({ clock }: { clock: string }) => clock === "ACCEPT")).toHaveLength(2);
  const audit = await bureau.sql(
    (sql) =>
      sql`select distinct account_id, actor_name from audit_entries where entity_id = ${item.id} and action = 'work.escalate'`,
  );
  expect(audit).toMatchObject([{ accountId: null, actorName: "系统" }]);
});

test("A55: the queue does it by itself, in each bureau in which something is due", async () => {
  const item = await issued(ground);
  goTo("2026-03-03T09:31");
  await expect.poll(() => told(item.id), { timeout: 15_000, interval: 100 }).toEqual(["OVERDUE ACCEPT"]);
});

test("A56, A57, A99: servers that look at once, one that is stopped, and another look tell each once", async () => {
  const { bureau, officer, dispatcher } = ground;
  const other = await serverWith([]);
  try {
    const items = [await issued(ground), await issued(ground), await issued(ground)];
    for (const { id } of items) await act(officer, "acceptWork", { id });
    goTo("2026-03-03T14:01");
    const stopped = new AbortController();
    const runs = [tellTime(bureau), tellTime(bureau, other), tellTime(bureau), tellTime(bureau, other)];
    stopped.abort(new Error("stopped"));
    await expect(runJob(bureau, "work.tellTime", other, stopped.signal)).rejects.toThrow("stopped");
    await Promise.all(runs);
    await tellTime(bureau, other);
    for (const { id } of items) expect(await told(id)).toEqual(["OVERDUE FEEDBACK", "ESCALATE FEEDBACK"]);
    const [first] = items;
    expect((await ticksOf(bureau, first.id)).map(({ kind, level }) => `${kind} ${level}`)).toEqual([
      "OVERDUE 3",
      "ESCALATED 3",
    ]);
    await act(dispatcher, "readdressWork", {
      id: first.id,
      to: { gridId: ground.grid.id },
      reason: "由原责任民警办理",
    });
    await act(officer, "acceptWork", { id: first.id });
    await act(officer, "submitWork", { id: first.id, communityFeedback });
    const { version } = await look(first.id);
    await act(dispatcher, "returnWork", { id: first.id, expectedVersion: version, reason: "请补充" });
    await passTo(bureau, "2026-03-03T15:35");
    await passTo(bureau, "2026-03-03T17:10");
    const again = (await look(first.id)).events.filter(
      ({ cause, round }: { cause: string; round: number }) => cause === "JOB" && round === 2,
    );
    expect(byClock({ events: again })).toEqual([
      "DUE_SOON FEEDBACK",
      "URGE FEEDBACK",
      "OVERDUE FEEDBACK",
      "ESCALATE FEEDBACK",
    ]);
  } finally {
    await other.close();
  }
});

test("A56: a server that ends between two portions leaves the rest to another one, and nothing twice", async () => {
  const { bureau, officer, dispatcher, grid } = ground;
  const to = Array.from({ length: 25 }, () => ({ gridId: grid.id }));
  const tasks: { id: string }[] = await act(
    dispatcher,
    "issueTask",
    { title: "核对台账", to, dueOn: "2026-03-03" },
    "id",
  );
  expect(await act(officer, "submitWork", { id: tasks[0]!.id, taskResult: { done: "已核对" } }, "id")).toBeTruthy();
  goTo("2026-03-04T00:00");
  const ended = new AbortController();
  let portions = 0;
  await Promise.allSettled([
    runJob(bureau, "work.tellTime", bureau.app, ended.signal, () => {
      if (++portions === 2) throw new Error("the server has ended");
    }),
  ]);
  await tellTime(bureau);
  const rows = await bureau.sql(
    (sql) => sql<{ items: number; ticks: number }[]>`
      select count(distinct item_id)::int as items, count(*)::int as ticks from work_ticks
      where kind = 'OVERDUE' and item_id = any(${tasks.map(({ id }) => id)})`,
  );
  expect(rows).toEqual([{ items: 24, ticks: 24 }]);
});

test("after hours without a server each is told once, with the instant at which it was", async () => {
  const { bureau, officer } = ground;
  const item = await issued(ground, { urgency: "URGENT" });
  await act(officer, "acceptWork", { id: item.id });
  await passTo(bureau, "2026-03-04T08:00");
  const { events, isLate } = await look(item.id);
  expect(isLate).toBe(true);
  expect(events.filter(({ cause }: { cause: string }) => cause === "JOB")).toMatchObject([
    { action: "OVERDUE", clock: "FEEDBACK", happenedAt: "2026-03-03T02:00:00.000Z", at: "2026-03-04T00:00:00.000Z" },
    { action: "DUE_SOON", clock: "CLOSE", happenedAt: "2026-03-03T19:00:00.000Z", at: "2026-03-04T00:00:00.000Z" },
  ]);
});

test("A59, A61: what is closed meanwhile is left alone, and what is opened again stays open until its next time", async () => {
  const { bureau, officer, dispatcher, chief } = ground;
  const item = await issued(ground);
  await act(officer, "acceptWork", { id: item.id });
  await act(officer, "submitWork", { id: item.id, communityFeedback });
  goTo("2026-03-04T09:01");
  await bureau.sql(async (sql) => {
    await sql`select from work_items where id = ${item.id} for update`;
    await runJob(bureau, "work.tellTime");
  });
  expect(await told(item.id)).toEqual([]);
  const { version } = await look(item.id);
  await act(dispatcher, "closeWork", { id: item.id, expectedVersion: version });
  await tellTime(bureau);
  expect(await told(item.id)).toEqual([]);
  await act(chief, "reopenWork", { id: item.id, reason: "群众反映未解决" });
  await tellTime(bureau);
  const open = await look(item.id);
  expect(open.state).toBe("RETURNED");
  expect(byClock(open)).toEqual(["OVERDUE CLOSE"]);
});

test("A62: a time that had passed when it was set is told at the next look", async () => {
  const { bureau, officer, dispatcher } = ground;
  const item = await issued(ground);
  await act(officer, "acceptWork", { id: item.id });
  goTo("2026-03-03T10:30");
  await act(dispatcher, "changeUrgency", { id: item.id, urgency: "URGENT", reason: "群众多次来电" });
  await tellTime(bureau);
  const { events, isLate } = await look(item.id);
  expect(isLate).toBe(true);
  expect(events.at(-1)).toMatchObject({ action: "OVERDUE", clock: "FEEDBACK", happenedAt: "2026-03-03T02:00:00.000Z" });
});

test("A23: at night the light is right at once, and what is told waits for the next shift unless the rule says otherwise", async () => {
  const { bureau, officer } = ground;
  goTo("2026-03-03T20:00");
  const [ordinary, urgent] = [await issued(ground), await issued(ground, { urgency: "URGENT" })];
  for (const { id } of [ordinary, urgent]) await act(officer, "acceptWork", { id });
  await passTo(bureau, "2026-03-04T00:01");
  expect((await look(ordinary.id)).light).toBe("OVERDUE");
  const waiting = async (id: string) => (await ticksOf(bureau, id)).map(({ kind, waitsUntil }) => [kind, waitsUntil]);
  expect(await waiting(ordinary.id)).toEqual([["OVERDUE", at("2026-03-04T08:30")]]);
  expect(await waiting(urgent.id)).toEqual([["OVERDUE", null]]);
});

test("a suspension ends by itself at its time, with the time that was left then, whatever happened to it meanwhile", async () => {
  const { bureau, officer, dispatcher } = ground;
  const item = await issued(ground);
  await act(officer, "acceptWork", { id: item.id });
  goTo("2026-03-03T10:00");
  await act(dispatcher, "suspendWork", { id: item.id, until: "2026-03-03T05:00:00Z", reason: "当事人外出" });
  await act(dispatcher, "urgeWork", { id: item.id });
  await passTo(bureau, "2026-03-03T12:59");
  expect(await look(item.id)).toMatchObject({ isSuspended: true, light: "SUSPENDED" });
  await passTo(bureau, "2026-03-03T13:20");
  const resumed = await look(item.id);
  expect(resumed).toMatchObject({ isSuspended: false, light: "NORMAL" });
  expect(resumed.events.at(-1)).toMatchObject({
    action: "RESUME",
    cause: "JOB",
    happenedAt: "2026-03-03T05:00:00.000Z",
  });
  expect(resumed.nextDueAt).toBe(at("2026-03-03T16:00").toISOString());
});

test("A52: a suspension counts from when it is granted, from earlier only by who grants it and says why", async () => {
  const { officer, dispatcher } = ground;
  const item = await issued(ground);
  await act(officer, "acceptWork", { id: item.id });
  goTo("2026-03-03T11:00");
  await act(dispatcher, "suspendWork", {
    id: item.id,
    since: at("2026-03-03T10:00").toISOString(),
    reason: "上午已电话申请",
  });
  goTo("2026-03-03T11:30");
  const resumed = await act(dispatcher, "resumeWork", { id: item.id }, timeFields);
  expect(resumed.nextDueAt).toBe(at("2026-03-03T14:30").toISOString());
});

test("A35: work of a member who leaves goes to the chief of the station; what a seat has stays with the seat", async () => {
  const { bureau, stationId, dispatcher } = ground;
  const leaver = await field(bureau, stationId);
  await seat(bureau, vacantId, leaver.memberId);
  await keepSignedIn(bureau);
  const [task] = await act(dispatcher, "issueTask", { title: "整理台账", to: [{ memberId: leaver.memberId }] });
  const ofSeat = await issued(ground, { to: [{ gridId: vacantId }] });
  await bureau.administrator.run(`mutation ($input: MemberLeavesInput!) { memberLeaves(input: $input) { id } }`, {
    input: { idempotencyKey: task.id, id: leaver.memberId, expectedVersion: 1, on: "2026-03-03", endAssignments: true },
  });
  expect(await itemOf(dispatcher, task.id)).toMatchObject({
    state: "ISSUED",
    unit: { id: stationId },
    member: null,
    isVacant: true,
  });
  expect(await itemOf(dispatcher, ofSeat.id)).toMatchObject({
    state: "ISSUED",
    grid: { id: vacantId },
    isVacant: true,
  });
});
