import { createHash } from "node:crypto";
import { newId } from "@maple-bridge/server/kernel/ids";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import { setLine } from "../catalogue/ground.ts";
import type { ChecklistGround } from "../checklists/ground.ts";
import { makeAbsence, makeMember } from "../grids/ground.ts";
import { act, field, itemOf, refusedAct } from "../work/ground.ts";
import { at, goTo, passTo } from "../work/time-passes.ts";
import {
  handIn,
  layLists,
  lineOf,
  listsOf,
  nextWeek,
  refusedReview,
  reviewed,
  setScheme,
  standings,
  task,
  week,
} from "./ground.ts";

let ground: ChecklistGround;
let of: { memberId: string; week: string };
beforeAll(async () => {
  ground = await layLists();
  of = { memberId: ground.officer.memberId, week };
});
afterAll(() => void (clock.at = null));

const codes = ({ fields }: { fields: readonly { code: string }[] }) => fields.map(({ code }) => code);
const close = async (id: string) =>
  act(ground.chief, "closeWork", { id, expectedVersion: (await itemOf(ground.chief, id)).version });

test("A81: work that was closed in a signed week is opened again by the bureau alone; the chief is told who signed and when", async () => {
  const { officer, chief, bureau } = ground;
  goTo("2026-03-04T10:00");
  const { id } = await task(ground, "入户走访", "2026-03-06");
  await handIn(officer, id);
  await close(id);
  expect((await itemOf(chief, id)).viewerMay).toContain("REOPEN_WORK");
  goTo("2026-03-09T09:00");
  const signed = await reviewed(chief, "signWeek", of);
  expect((await itemOf(chief, id)).viewerMay).not.toContain("REOPEN_WORK");
  expect((await itemOf(bureau.administrator, id)).viewerMay).toContain("REOPEN_WORK");
  const refused = await refusedAct(chief, "reopenWork", { id, reason: "再核实" });
  expect(refused).toMatchObject({ code: "CONFLICT" });
  expect(refused.fields).toMatchObject([
    { code: "WORK_IN_SIGNED_WEEK", message: expect.stringMatching(/2026-03-02.*2026-03-09.*局管理员/) },
  ]);
  await act(bureau.administrator, "reopenWork", { id, reason: "再核实" });
  expect((await listsOf(chief, of.memberId, week)).review).toMatchObject({ digest: signed.digest });
});

test("A83: what stands in a signed week is given back by the bureau alone; what was signed stays, and what comes of it is told of this week", async () => {
  const laid = await layLists();
  const { bureau, officer, chief } = laid;
  const its = { memberId: officer.memberId, week };
  const { id } = await task(laid, "入户走访", "2026-03-06");
  await handIn(officer, id);
  await act(chief, "closeWork", { id, expectedVersion: (await itemOf(chief, id)).version });
  goTo("2026-03-09T09:00");
  const signed = await reviewed(chief, "signWeek", its);
  await act(officer, "askForReturn", { id, reason: "漏记一户" });
  const toDecide = async (client: typeof chief) =>
    (await client.run(`{ myWork(part: TO_DECIDE) { nodes { id } } }`)).myWork.nodes;
  expect((await itemOf(chief, id)).viewerMay).toEqual([]);
  for (const [mutation, input] of [
    ["grantReturn", { id }],
    ["refuseReturn", { id, reason: "不必" }],
  ] as const)
    expect((await refusedAct(chief, mutation, input)).fields).toMatchObject([
      { code: "WORK_IN_SIGNED_WEEK", message: expect.stringMatching(/2026-03-02.*2026-03-09.*局管理员/) },
    ]);
  expect(await toDecide(chief)).toEqual([]);
  expect(await toDecide(bureau.administrator)).toEqual([{ id }]);
  goTo("2026-03-10T09:00");
  await act(bureau.administrator, "grantReturn", { id });
  // 补记: of the week that was signed, owed in this one.
  expect(lineOf(await listsOf(chief, officer.memberId, nextWeek), "WORK_DUE", "入户走访")).toMatchObject({
    isReturned: true,
    isLateEntry: true,
    dueOn: "2026-03-06",
  });
  const then = await listsOf(chief, officer.memberId, week);
  expect(then.review).toMatchObject({ digest: signed.digest });
  expect(standings(then, "WORK_DUE")).toEqual(standings(signed, "WORK_DUE"));
  goTo("2026-03-11T09:00");
  await handIn(officer, id);
  await act(chief, "closeWork", { id, expectedVersion: (await itemOf(chief, id)).version });
  const now = await listsOf(chief, officer.memberId, nextWeek);
  expect(lineOf(now, "ACHIEVEMENTS", "入户走访")).toMatchObject({ item: { id }, closedOn: "2026-03-11" });
  expect((await listsOf(chief, officer.memberId, week)).review).toMatchObject({ digest: signed.digest });
});

test("A82: a signed week keeps what its lists were called; what was signed before that was kept says that they are today's", async () => {
  const { bureau, chief, colleague, stationId } = ground;
  goTo("2026-03-09T10:00");
  await setScheme(bureau.administrator, "applyListSchemePreset", { preset: "SET_A", stationId });
  const memberId = colleague.memberId;
  goTo("2026-03-16T09:00");
  const signed = await reviewed(chief, "signWeek", { memberId, week: nextWeek });
  expect(signed.snapshot.scheme).toEqual({
    titles: ["责任", "问题", "任务"],
    sources: ["DUTIES", "OPEN_MATTERS", "WORK_DUE"],
  });
  goTo("2026-03-17T09:00");
  await setScheme(chief, "applyListSchemePreset", { preset: "SET_B", stationId });
  const snapshot = { lines: [] };
  const [accountId, text] = [bureau.administrator.accountId, '{"lines": []}'];
  await bureau.sql(
    (sql) =>
      sql`insert into week_reviews ${sql({
        bureauId: bureau.id,
        id: newId(),
        stationId,
        memberId,
        weekStart: "2026-02-02",
        revision: 1,
        signedAt: at("2026-02-09T10:00"),
        signedBy: accountId,
        signer: "所长",
        done: 0,
        late: 0,
        missed: 0,
        returned: 0,
        waiting: 0,
        snapshot: snapshot as never,
        digest: createHash("sha256").update(text).digest("hex"),
      })}`,
  );
  const { weekReviews } = await chief.run(
    `query ($filter: WeekReviewFilter) { weekReviews(filter: $filter, first: 10) { nodes { week areListsAsSigned lists { title source } } } }`,
    { filter: { memberId } },
  );
  const told = weekReviews.nodes.map(
    ({
      week: monday,
      areListsAsSigned,
      lists,
    }: {
      week: string;
      areListsAsSigned: boolean;
      lists: { title: string }[];
    }) => [monday, areListsAsSigned, lists.map(({ title }) => title).join()] as const,
  );
  expect(told).toEqual([
    [nextWeek, true, "责任,问题,任务"],
    ["2026-02-02", false, "职责,任务,成绩"],
  ]);
});

test("a station drops its own lists, and has the bureau's again", async () => {
  const { bureau, chief, stationId } = ground;
  goTo("2026-03-17T10:00");
  const first = await setScheme(bureau.administrator, "applyListSchemePreset", { preset: "SET_A" });
  expect(first).toMatchObject({ isOfBureau: true });
  const nowOf = async () =>
    (await chief.run(`query ($id: ID) { listScheme(unitId: $id) { isOfBureau viewerMay } }`, { id: stationId }))
      .listScheme;
  expect(await nowOf()).toMatchObject({ isOfBureau: false, viewerMay: ["SET_LIST_SCHEME", "DROP_LIST_SCHEME"] });
  const dropped = await setScheme(chief, "dropListScheme", { stationId });
  expect(dropped.endsAt).not.toBeNull();
  expect(await nowOf()).toMatchObject({ isOfBureau: true, viewerMay: [] });
  expect(codes(await refusedReview(chief, "dropListScheme", { stationId }))).toEqual(["LIST_SCHEME_NOT_OWN"]);
});

test("what is late and was never handed in is returned: urged, with a new day, and late it stays", async () => {
  const { bureau, officer, chief } = await layLists();
  const laid = { ...ground, bureau, officer, chief };
  goTo("2026-03-04T10:00");
  const dispatcher = await bureau.signIn({ role: "DISPATCHER" });
  const place = { ...laid, dispatcher };
  const late = await task(place, "排查隐患", "2026-03-05", { memberId: officer.memberId });
  await task(place, "下周才到期", "2026-03-13", { memberId: officer.memberId });
  await passTo(bureau, "2026-03-09T09:00");
  const its = { memberId: officer.memberId, week };
  const line = lineOf(await listsOf(chief, officer.memberId, week), "WORK_DUE", "排查隐患");
  expect(line).toMatchObject({ isLate: true, needsAWord: true, state: "ACCEPTED" });
  await reviewed(chief, "returnLine", { ...its, line: { key: line.key }, reason: "抓紧办理", dueOn: "2026-03-12" });
  const item = await itemOf(chief, late.id);
  expect(item).toMatchObject({ state: "ACCEPTED", dueOn: "2026-03-12", isLate: true });
  expect(item.events.at(-1)).toMatchObject({ action: "URGE", reason: "抓紧办理" });
  const after = await listsOf(chief, officer.memberId, week);
  expect(lineOf(after, "WORK_DUE", "排查隐患")).toMatchObject({
    decision: "RETURNED",
    dueOn: "2026-03-05",
    isLate: true,
    needsAWord: false,
  });
  expect(standings(await listsOf(chief, officer.memberId, nextWeek), "WORK_DUE")).toContain("排查隐患 DUE");
  const next = { memberId: officer.memberId, week: nextWeek };
  const open = lineOf(await listsOf(chief, officer.memberId, nextWeek), "WORK_DUE", "下周才到期");
  const tooEarly = await refusedReview(chief, "returnLine", { ...next, line: { key: open.key }, reason: "抓紧" });
  expect(codes(tooEarly)).toEqual(["WEEK_LINE_NOT_RETURNED"]);
});

test("a duty that is returned becomes a task of its seat, whoever holds it then", async () => {
  const { bureau, chief, officer, grid } = await layLists();
  await setLine(bureau.administrator, { code: "KNOW", duty: "RESPONSIBLE_OFFICER", title: "掌握社情民意" });
  goTo("2026-03-05T10:00");
  const line = lineOf(await listsOf(chief, officer.memberId, week), "DUTIES", "掌握社情民意");
  const its = { memberId: officer.memberId, week };
  await reviewed(chief, "returnLine", { ...its, line: { key: line.key }, reason: "本周未开展" });
  const back = lineOf(await listsOf(chief, officer.memberId, week), "DUTIES", "掌握社情民意");
  const { id } = back["returnedItem"] as { id: string };
  expect(await itemOf(chief, id)).toMatchObject({
    grid: { id: grid.id },
    duty: "RESPONSIBLE_OFFICER",
    member: null,
    responsible: [{ id: officer.memberId }],
  });
});

test("A84: who stands in for the chief closes and returns at the desk as in the review, and never their own", async () => {
  const { bureau, stationId, officer, grid } = await layLists();
  const chiefs = await makeMember(bureau, stationId);
  await bureau.signIn({ role: "STATION_CHIEF", unitId: stationId, memberId: chiefs.id });
  const deputy = await field(bureau, stationId);
  const dispatcher = await bureau.signIn({ role: "DISPATCHER" });
  const place = { ...ground, bureau, dispatcher, grid };
  goTo("2026-03-04T10:00");
  const [one, own] = [
    await task(place, "走访", "2026-03-06"),
    await task(place, "值守", "2026-03-06", { memberId: deputy.memberId }),
  ];
  await handIn(officer, one.id);
  await handIn(deputy, own.id);
  expect((await itemOf(deputy, one.id)).viewerMay).not.toContain("CLOSE_WORK");
  expect(await refusedAct(deputy, "closeWork", { id: one.id, expectedVersion: 2 })).toMatchObject({
    code: "FORBIDDEN",
  });
  await makeAbsence(bureau, chiefs.id, { substituteId: deputy.memberId, startsAt: at("2026-03-03T00:00") });
  const may = async (id: string) => (await itemOf(deputy, id)).viewerMay;
  expect(await may(one.id)).toEqual(expect.arrayContaining(["CLOSE_WORK", "RETURN_WORK"]));
  expect(await may(own.id)).not.toContain("CLOSE_WORK");
  const { version } = await itemOf(deputy, one.id);
  expect(await act(deputy, "closeWork", { id: one.id, expectedVersion: version })).toMatchObject({ state: "CLOSED" });
});
