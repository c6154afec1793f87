import { redraw } from "@maple-bridge/server/operator/redraw";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import { listsOf } from "../lists/ground.ts";
import { act, itemOf } from "../work/ground.ts";
import { goTo, runJob } from "../work/time-passes.ts";
import { layClosed, october, recheck, type RecheckGround, rechecksOf, refusedRecheck } from "./ground.ts";

let ground: RecheckGround;
beforeAll(async () => {
  ground = await layClosed(5);
});
afterAll(() => void (clock.at = null));

const codes = ({ fields }: { fields: readonly { code: string }[] }) => fields.map(({ code }) => code);
const deedsOf = (id: string) =>
  ground.bureau.sql(
    (sql) =>
      sql`select action, actor_name as "actorName", after, reason from audit_entries where entity_id = ${id} order by sequence`,
  );
const drawMonth = () => runJob(ground.bureau, "rechecks.drawMonth");
const checkerOf = ({ checker }: { checker: { id: string } }) =>
  ground.others.find(({ memberId }) => memberId === checker.id)!;

test("the month that is over is drawn from once, whoever does it and however often", async () => {
  const { chief, officer } = ground;
  await Promise.all([drawMonth(), drawMonth()]);
  await drawMonth();
  const { totalCount, nodes } = await rechecksOf(chief, { month: october });
  expect(totalCount).toBe(3);
  for (const node of nodes) {
    expect(node).toMatchObject({
      doneBy: { id: officer.memberId },
      outcome: null,
      turn: 1,
      viewerMay: ["PASS_RECHECK_ON"],
    });
    expect(node.checker.id).not.toBe(officer.memberId);
  }
  const deeds = await deedsOf(nodes[0].draw.id);
  expect(deeds).toMatchObject([
    { action: "recheck.draw", actorName: "系统", after: { asked: 3, candidates: 5, drawn: 3 } },
  ]);
});

test("what was drawn is drawn again from the audit log, and what was changed behind it is told with why", async () => {
  const { bureau, chief } = ground;
  const { nodes } = await rechecksOf(chief, { month: october });
  const [told] = await redraw(bureau.app.database, bureau.code, nodes[0].draw.id);
  expect(told).toMatchObject({ differences: [], since: [] });
  expect(told!.items.map(({ itemId, checkerId }) => [itemId, checkerId])).toEqual(
    told!.kept.map(({ itemId, checkerId }) => [itemId, checkerId]),
  );
  expect(told!.items).toHaveLength(3);
});

test("A16: a draw by hand: of a month that is over, another one with a reason, of what is left; each opens what it drew, and from what", async () => {
  const { chief, dispatcher, stationId, bureau } = ground;
  const of = { stationId, month: october };
  expect(codes(await refusedRecheck(chief, "drawRechecks", of))).toEqual(["RECHECK_DRAWN_BEFORE"]);
  expect(codes(await refusedRecheck(chief, "drawRechecks", { ...of, month: "2026-11-01" }))).toEqual([
    "RECHECK_MONTH_NOT_OVER",
  ]);
  expect(codes(await refusedRecheck(chief, "drawRechecks", { ...of, month: "2026-10-02" }))).toEqual([
    "RECHECK_MONTH_FIRST",
  ]);
  expect(codes(await refusedRecheck(chief, "drawRechecks", { ...of, month: "2026-08-01" }))).toEqual([
    "RECHECK_NOTHING_TO_DRAW",
  ]);
  expect(await refusedRecheck(dispatcher, "drawRechecks", of)).toMatchObject({ code: "FORBIDDEN" });
  const another = await layClosed(1);
  expect(await refusedRecheck(another.chief, "drawRechecks", of)).toMatchObject({ code: "NOT_FOUND" });
  expect(codes(await refusedRecheck(chief, "setRecheckQuota", { stationId, perMonth: 1 }))).toEqual([]);
  expect(codes(await refusedRecheck(bureau.administrator, "setRecheckQuota", { perMonth: 51 }))).toEqual([
    "OUT_OF_RANGE",
  ]);
  expect(codes(await refusedRecheck(bureau.administrator, "setRecheckQuota", {}))).toEqual(["REQUIRED"]);
  await recheck(bureau.administrator, "setRecheckQuota", { stationId, perMonth: 1 });
  const second = await recheck(chief, "drawRechecks", { ...of, reason: "群众反映走访不实" });
  expect(second).toMatchObject({ number: 2, asked: 1, drawn: 1, candidates: 2, reason: "群众反映走访不实" });
  expect(await recheck(bureau.administrator, "setRecheckQuota", { stationId, perMonth: 0 })).toMatchObject({
    perMonth: 0,
  });
  expect(codes(await refusedRecheck(chief, "drawRechecks", { ...of, reason: "再查" }))).toEqual(["RECHECK_NONE_ASKED"]);
  const { unit } = await chief.run(`{ unit(id: "${stationId}") { rechecksPerMonth recheckDraws { number } } }`);
  expect(unit).toEqual({ rechecksPerMonth: 0, recheckDraws: [{ number: 2 }, { number: 1 }] });
  const drawn = await chief.run(`{ unit(id: "${stationId}") { recheckDraws { id drawn candidates checkers } } }`);
  for (const { id, drawn: count, candidates, checkers } of drawn.unit.recheckDraws) {
    const opened = `{ rechecks(filter: { drawId: "${id}" }) { totalCount } workItems(filter: { candidateOf: "${id}" }) { totalCount }
      members(filter: { checkerOf: "${id}" }) { totalCount } }`;
    expect(await chief.run(opened)).toEqual({
      rechecks: { totalCount: count },
      workItems: { totalCount: candidates },
      members: { totalCount: checkers },
    });
    expect(await another.chief.run(opened)).toMatchObject({
      workItems: { totalCount: 0 },
      members: { totalCount: 0 },
    });
  }
});

test("who was drawn says once what was found; what is not confirmed is to be made good", async () => {
  const { chief, officer, grid, stationId } = ground;
  const { nodes } = await rechecksOf(chief, { month: october });
  const [first, second] = nodes;
  const checker = checkerOf(first);
  const id = first.item.id;
  expect((await itemOf(officer, id)).viewerMay).not.toContain("RECHECK_WORK");
  expect((await itemOf(checker, id)).viewerMay).toContain("RECHECK_WORK");
  for (const client of [officer, chief])
    expect(codes(await refusedRecheck(client, "recheckWork", { id, outcome: "CONFIRMED", text: "属实" }))).toEqual([
      "WORK_NOT_YOURS",
    ]);
  expect(codes(await refusedRecheck(checker, "recheckWork", { id, outcome: "CONFIRMED", text: "" }))).toEqual([
    "REQUIRED",
  ]);
  goTo("2026-11-04T10:00");
  const failed = await recheck(checker, "recheckWork", { id, outcome: "NOT_CONFIRMED", text: "户主称无人上门" });
  expect(failed).toMatchObject({ outcome: "NOT_CONFIRMED", viewerMay: ["CORRECT_RECHECK"] });
  const { rectification } = failed.results[0];
  expect(rectification).toMatchObject({
    state: "ACCEPTED",
    dueOn: "2026-11-15",
    parent: { id },
    grid: { id: grid.id },
  });
  expect(await itemOf(chief, id)).toMatchObject({ state: "CLOSED", outcome: "ACCEPTED" });
  expect((await itemOf(chief, id)).events.at(-1)).toMatchObject({ action: "RECHECK", reason: "户主称无人上门" });
  expect(codes(await refusedRecheck(checker, "recheckWork", { id, outcome: "CONFIRMED", text: "属实" }))).toEqual([
    "WORK_NOT_YOURS",
  ]);
  expect((await deedsOf(first.id)).map(({ action }) => action as string)).toEqual(["recheck.result"]);

  const week = "2026-10-12";
  const lists = await listsOf(chief, officer.memberId, week);
  const { weekMatrix, threeLists } = await chief.run(
    `query ($unitId: ID!, $memberId: ID!, $week: LocalDate!) {
      weekMatrix(unitId: $unitId, from: $week, weeks: 1) { member { id } recheckFailed }
      threeLists(memberId: $memberId, week: $week) { recheckFailed lines { key rechecks { outcome } } } }`,
    { unitId: stationId, memberId: officer.memberId, week },
  );
  expect(lists.lines.length).toBe(threeLists.lines.length);
  expect(threeLists.recheckFailed).toBe(1);
  for (const key of [`WORK:${id}`, `DONE:${id}`])
    expect(threeLists.lines.find((line: { key: string }) => line.key === key)).toMatchObject({
      rechecks: [{ outcome: "NOT_CONFIRMED" }],
    });
  const failedOf = (memberId: string) =>
    weekMatrix.find(({ member }: { member: { id: string } }) => member.id === memberId).recheckFailed;
  expect([failedOf(officer.memberId), failedOf(checker.memberId)]).toEqual([1, 0]);

  const correct = { id: first.id, outcome: "CONFIRMED", text: "系走错门牌，走访属实" };
  expect(codes(await refusedRecheck(chief, "correctRecheck", { ...correct, reason: "更正" }))).toEqual([
    "RECHECK_NOT_YOURS",
  ]);
  expect(codes(await refusedRecheck(checker, "correctRecheck", { ...correct, reason: "" }))).toEqual(["REQUIRED"]);
  const corrected = await recheck(checker, "correctRecheck", { ...correct, reason: "门牌有误" });
  expect(corrected.results).toMatchObject([
    { revision: 1, outcome: "NOT_CONFIRMED", reason: null },
    { revision: 2, outcome: "CONFIRMED", reason: "门牌有误", rectification: null },
  ]);
  expect(await itemOf(chief, rectification.id)).toMatchObject({ state: "CANCELLED" });
  const { totalCount } = await rechecksOf(chief, { outcome: "CONFIRMED" });
  expect(totalCount).toBe(1);
  const next = checkerOf(second);
  expect(codes(await refusedRecheck(next, "correctRecheck", { ...correct, id: second.id, reason: "更正" }))).toEqual([
    "RECHECK_NO_RESULT",
  ]);
});

test("a re-check is passed on to the next in the order drawn, and the draw is still the same", async () => {
  const { bureau, chief, dispatcher } = ground;
  const { nodes } = await rechecksOf(chief, { month: october, isOpen: true });
  const [one] = nodes;
  expect(await refusedRecheck(dispatcher, "passRecheckOn", { id: one.id, reason: "出差" })).toMatchObject({
    code: "FORBIDDEN",
  });
  const passed = await recheck(chief, "passRecheckOn", { id: one.id, reason: "出差" });
  expect(passed).toMatchObject({ turn: 2 });
  expect(passed.checker.id).not.toBe(one.checker.id);
  await recheck(chief, "passRecheckOn", { id: one.id, reason: "请假" });
  expect(codes(await refusedRecheck(chief, "passRecheckOn", { id: one.id, reason: "请假" }))).toEqual([
    "RECHECK_NOBODY_ELSE",
  ]);
  const all = await redraw(bureau.app.database, bureau.code);
  expect(all.flatMap(({ differences }) => differences)).toEqual([]);
  const done = (await rechecksOf(chief, { isOpen: false })).nodes[0];
  expect(codes(await refusedRecheck(chief, "passRecheckOn", { id: done.id, reason: "出差" }))).toEqual([
    "RECHECK_DONE",
  ]);
});

test("the command tells where what is kept differs, and what was opened again since", async () => {
  const { bureau, chief, stationId, others } = await layClosed(2, 3);
  const drawn = await recheck(chief, "drawRechecks", { stationId, month: october });
  const [one, other] = drawn.rechecks;
  const another = others.find(({ memberId }) => memberId !== one.checker.id)!;
  await bureau.sql((sql) => sql`update rechecks set turn = 9, checker_id = ${another.memberId} where id = ${one.id}`);
  await act(chief, "reopenWork", { id: other.item.id, reason: "再核实" });
  const [told] = await redraw(bureau.app.database, bureau.code, drawn.id);
  expect(told!.since).toEqual([{ number: other.item.number, state: "RETURNED" }]);
  expect(told!.differences).toEqual([expect.stringMatching(/place 1: in turn 9 the checker is nobody/)]);
});
