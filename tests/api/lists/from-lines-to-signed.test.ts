import { afterAll, beforeAll, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import { setLine } from "../catalogue/ground.ts";
import { type ChecklistGround } from "../checklists/ground.ts";
import { auditOf } from "../grids/ground.ts";
import { itemOf } from "../work/ground.ts";
import { goTo } from "../work/time-passes.ts";
import { handIn, layLists, lineOf, listsOf, reviewed, setScheme, standings, task, week } from "./ground.ts";

let ground: ChecklistGround;
beforeAll(async () => {
  ground = await layLists();
});
afterAll(() => void (clock.at = null));

test("a week has its lists, its lines are accepted, it is signed, and then it answers from what was signed", async () => {
  const { bureau, officer, chief } = ground;
  await setLine(bureau.administrator, { duty: "RESPONSIBLE_OFFICER", title: "组织安全防范" });
  await setScheme(bureau.administrator, "applyListSchemePreset", { preset: "SET_B" });
  const patrol = await task(ground, "巡查商圈", "2026-03-06");
  await handIn(officer, patrol.id);

  const now = await listsOf(officer, officer.memberId, week);
  expect(now).toMatchObject({ week, weekName: "2026-W10", isHome: true, review: null, viewerMay: [] });
  expect(now.scheme.lists.map(({ title }: { title: string }) => title)).toEqual(["职责", "任务", "成绩"]);
  expect(standings(now, "DUTIES")).toEqual(["组织安全防范"]);
  expect(standings(now, "WORK_DUE")).toEqual(["巡查商圈 DUE"]);

  goTo("2026-03-09T09:00");
  const before = await listsOf(chief, officer.memberId, week);
  expect(before.viewerMay).toContain("ACCEPT_LINES");
  expect(before.viewerMay).not.toContain("SIGN_WEEK");
  const line = lineOf(before, "WORK_DUE", "巡查商圈");
  expect(line).toMatchObject({ isWaiting: true, needsAWord: true, isClean: true, isUnread: true });
  const of = { memberId: officer.memberId, week };
  const accepted = await reviewed(chief, "acceptLines", { ...of, lines: [{ key: line.key }] });
  expect(accepted).toMatchObject({ revision: 1, signedAt: null });
  expect(await itemOf(chief, patrol.id)).toMatchObject({ state: "CLOSED", outcome: "ACCEPTED" });

  const signed = await reviewed(chief, "signWeek", of);
  expect(signed).toMatchObject({
    revision: 1,
    signedAt: expect.any(String),
    signer: "测试账号",
    waiting: 0,
    isCurrent: true,
  });
  const after = await listsOf(chief, officer.memberId, week);
  expect(after.review.digest).toBe(signed.digest);
  expect(after.lines).toEqual(after.review.lines);
  expect(lineOf(after, "WORK_DUE", "巡查商圈")).toMatchObject({ decision: "ACCEPTED", standing: "DUE" });
  const deeds = await auditOf(bureau, signed.id);
  expect(deeds.map(({ action }) => action)).toEqual(["weekReview.acceptLines", "weekReview.sign"]);
  expect(deeds[1]!.after).toMatchObject({ digest: signed.digest });
});
