import { afterAll, beforeAll, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import { setLine } from "../catalogue/ground.ts";
import type { ChecklistGround } from "../checklists/ground.ts";
import { makeAbsence } from "../grids/ground.ts";
import { act, field, itemOf } from "../work/ground.ts";
import { at, goTo } from "../work/time-passes.ts";
import {
  handIn,
  layLists,
  lineOf,
  listsOf,
  nextWeek,
  refusedReview,
  reviewed,
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

/** Handed in by the officer in the week, and waiting since. */
async function waiting(title: string) {
  goTo("2026-03-04T10:00");
  const item = await task(ground, title, "2026-03-06");
  await handIn(ground.officer, item.id);
  goTo("2026-03-09T09:00");
  return item;
}

const codes = ({ fields }: { fields: readonly { code: string }[] }) => fields.map(({ code }) => code);

test("what is returned goes back, due by the end of the next week, and stands on that week's list by itself", async () => {
  const { officer, chief } = ground;
  const item = await waiting("排查出租屋");
  const { key } = lineOf(await listsOf(chief, of.memberId, week), "WORK_DUE", "排查出租屋");
  expect(await refusedReview(chief, "returnLine", { ...of, line: { key }, reason: " " })).toMatchObject({
    code: "INVALID",
  });
  await reviewed(chief, "returnLine", { ...of, line: { key }, reason: "缺少照片" });
  const after = lineOf(await listsOf(chief, of.memberId, week), "WORK_DUE", "排查出租屋");
  expect(after).toMatchObject({
    decision: "RETURNED",
    decisionReason: "缺少照片",
    needsAWord: false,
    isWaiting: false,
  });
  expect(await itemOf(officer, item.id)).toMatchObject({ state: "RETURNED", round: 2, dueOn: "2026-03-15" });
  expect(standings(await listsOf(officer, of.memberId, nextWeek), "WORK_DUE")).toContain("排查出租屋 DUE");
});

test("what was closed is opened again by a return, and a duty becomes a task", async () => {
  const { bureau, chief, officer } = ground;
  await setLine(bureau.administrator, { code: "KNOW", duty: "RESPONSIBLE_OFFICER", title: "掌握社情民意" });
  const item = await waiting("走访企业");
  goTo("2026-03-06T18:00");
  const { version } = await itemOf(chief, item.id);
  await act(chief, "closeWork", { id: item.id, expectedVersion: version });
  goTo("2026-03-09T09:00");
  const lists = await listsOf(chief, of.memberId, week);
  expect(standings(lists, "ACHIEVEMENTS")).toEqual(["走访企业 DONE"]);
  const closed = lineOf(lists, "WORK_DUE", "走访企业");
  expect(closed).toMatchObject({ standing: "DONE", closedOn: "2026-03-06", isClean: true });
  await reviewed(chief, "returnLine", { ...of, line: { key: closed.key }, reason: "内容不实", dueOn: "2026-03-11" });
  expect(await itemOf(officer, item.id)).toMatchObject({ state: "RETURNED", dueOn: "2026-03-11" });

  goTo("2026-03-09T09:30");
  const duty = lineOf(await listsOf(chief, of.memberId, nextWeek), "DUTIES", "掌握社情民意");
  const now = { memberId: of.memberId, week: nextWeek };
  await reviewed(chief, "returnLine", { ...now, line: { key: duty.key }, reason: "本周未开展", dueOn: "2026-03-14" });
  const back = await listsOf(chief, of.memberId, nextWeek);
  expect(lineOf(back, "DUTIES", "掌握社情民意")).toMatchObject({
    decision: "RETURNED",
    returnedItem: { kind: "TASK", state: "ACCEPTED", dueOn: "2026-03-14" },
  });
  expect(lineOf(back, "WORK_DUE", "掌握社情民意")).toMatchObject({ standing: "DUE", dueOn: "2026-03-14" });
});

test("A84, A81: nobody reviews their own week, the bureau those of chiefs, a stranger none; a week that is not over is not signed", async () => {
  const { bureau, officer, dispatcher, stationId, chief } = ground;
  const own = await field(bureau, stationId);
  const chiefToo = await bureau.signIn({ role: "STATION_CHIEF", unitId: stationId, memberId: own.memberId });
  const weekOf = { memberId: own.memberId, week };
  expect(codes(await refusedReview(chiefToo, "signWeek", weekOf))).toEqual(["WEEK_OWN"]);
  expect(codes(await refusedReview(chief, "signWeek", weekOf))).toEqual(["WEEK_OF_A_CHIEF"]);
  expect(await refusedReview(dispatcher, "signWeek", of)).toMatchObject({ code: "FORBIDDEN" });
  expect(await refusedReview(officer, "signWeek", of)).toMatchObject({ code: "FORBIDDEN" });
  expect(codes(await refusedReview(chief, "signWeek", { ...of, week: nextWeek }))).toEqual(["WEEK_NOT_OVER"]);
  expect(codes(await refusedReview(chief, "signWeek", { ...of, week: "2026-03-03" }))).toEqual(["WEEK_NOT_A_MONDAY"]);
  expect((await listsOf(chief, own.memberId, week)).viewerMay).toEqual([]);
  expect(await reviewed(bureau.administrator, "signWeek", weekOf)).toMatchObject({ revision: 1, lines: [] });
});

test("A84: who stands in signs for a chief who is away, on record, and closes what waits", async () => {
  const { bureau, stationId, officer } = ground;
  const chiefs = await field(bureau, stationId);
  await bureau.signIn({ role: "STATION_CHIEF", unitId: stationId, memberId: chiefs.memberId });
  const deputy = await field(bureau, stationId);
  const item = await waiting("清理堆物");
  expect(await refusedReview(deputy, "signWeek", of)).toMatchObject({ code: "FORBIDDEN" });
  await makeAbsence(bureau, chiefs.memberId, { substituteId: deputy.memberId, startsAt: at("2026-03-08T00:00") });
  const lists = await listsOf(deputy, officer.memberId, week);
  expect(lists.viewerMay).toContain("ACCEPT_LINES");
  expect(lists.viewerMay).not.toContain("SIGN_WEEK");
  expect(codes(await refusedReview(deputy, "signWeek", of))).toEqual(["WEEK_LINES_WAIT"]);
  await reviewed(deputy, "acceptAllClean", of);
  expect(await itemOf(deputy, item.id)).toMatchObject({ state: "CLOSED" });
  expect(await reviewed(deputy, "signWeek", of)).toMatchObject({ onBehalfOf: { id: chiefs.memberId }, waiting: 0 });
});

test("A79: all that are clean are signed at once, each with its own digest; the others are named, with why", async () => {
  const { bureau, stationId, chief } = await layLists();
  const members = await Promise.all(Array.from({ length: 6 }, () => field(bureau, stationId)));
  const late = members[0]!;
  const place = { bureau, stationId, chief } as ChecklistGround;
  goTo("2026-03-04T10:00");
  const dispatcher = await bureau.signIn({ role: "DISPATCHER", unitId: stationId });
  const item = await task({ ...place, dispatcher }, "报送材料", "2026-03-05", { memberId: late.memberId });
  await handIn(late, item.id);
  goTo("2026-03-09T09:00");
  const answers = await reviewed(chief, "signCleanWeeks", { unitId: stationId, week });
  const refused = answers.filter(({ isSigned }: { isSigned: boolean }) => !isSigned);
  expect(refused).toEqual([
    expect.objectContaining({ memberId: late.memberId, refusal: "WEEK_LINES_NEED_A_WORD", digest: null }),
  ]);
  const signed = answers.filter(({ isSigned }: { isSigned: boolean }) => isSigned);
  expect(signed).toHaveLength(7);
  expect(new Set(signed.map(({ digest }: { digest: string }) => digest)).size).toBe(7);
});

test("A77, A78, A80: weeks are signed in any order; reopening one leaves the others, and its first revision stays", async () => {
  const { bureau, chief, colleague, stationId } = ground;
  goTo("2026-03-30T09:00");
  const memberId = colleague.memberId;
  const sign = (monday: string) => reviewed(chief, "signWeek", { memberId, week: monday });
  const [third, first, second] = [await sign("2026-03-16"), await sign("2026-03-02"), await sign("2026-03-09")];
  expect(codes(await refusedReview(chief, "signWeek", { memberId, week: "2026-03-09" }))).toEqual(["WEEK_SIGNED"]);
  const reason = "漏记一件";
  expect(await refusedReview(chief, "reopenWeek", { id: second.id, reason })).toMatchObject({ code: "FORBIDDEN" });
  expect(codes(await refusedReview(bureau.administrator, "reopenWeek", { id: second.id, reason: "" }))).toEqual([
    "REQUIRED",
  ]);
  const reopened = await reviewed(bureau.administrator, "reopenWeek", { id: second.id, reason });
  expect(reopened).toMatchObject({ revision: 2, reopenedReason: reason, signedAt: null, isCurrent: true });
  expect(codes(await refusedReview(bureau.administrator, "reopenWeek", { id: second.id, reason }))).toEqual([
    "WEEK_NOT_SIGNED",
  ]);
  for (const { id, week: monday, digest } of [first, third]) {
    expect((await listsOf(chief, memberId, monday)).review).toMatchObject({ id, digest, revision: 1 });
    expect(codes(await refusedReview(chief, "signWeek", { memberId, week: monday }))).toEqual(["WEEK_SIGNED"]);
  }
  expect(await sign("2026-03-09")).toMatchObject({ revision: 2, id: reopened.id });
  const { revisions } = await listsOf(chief, memberId, "2026-03-09");
  expect(revisions).toMatchObject([{ revision: 2 }, { revision: 1, id: second.id, digest: second.digest }]);
  const listed = await chief.run(
    `query ($filter: WeekReviewFilter) { weekReviews(filter: $filter, first: 10) { totalCount nodes { week revision } } }`,
    { filter: { unitId: stationId, memberId, isSigned: true, from: "2026-03-09" } },
  );
  expect(
    listed.weekReviews.nodes.map(
      ({ week: monday, revision }: { week: string; revision: number }) => `${monday} ${revision}`,
    ),
  ).toEqual(["2026-03-16 1", "2026-03-09 2", "2026-03-09 1"]);
});

test("A81: what a signed week refuses says who signed it, when, and who may reopen it", async () => {
  const { bureau, chief, colleague } = ground;
  await bureau.signIn({ role: "STATION_CHIEF", displayName: "样例所长" });
  goTo("2026-03-30T09:00");
  const { fields } = await refusedReview(chief, "acceptAllClean", { memberId: colleague.memberId, week: "2026-03-16" });
  expect(fields).toMatchObject([{ code: "WEEK_SIGNED", message: expect.stringMatching(/2026-03-30.*局管理员/) }]);
});
