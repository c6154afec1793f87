import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import { act, communityFeedback, issued, itemOf, refusedAct, type WorkGround } from "./ground.ts";
import { dues, iso, layTimedWork, setRule, tuesday, withRule } from "./deadlining.ts";
import { goTo, runJob, timeFields } from "./time-passes.ts";

let ground: WorkGround;
beforeAll(async () => {
  goTo(`${tuesday}T09:00`);
  ground = await layTimedWork();
});
beforeEach(() => goTo(`${tuesday}T09:00`));
afterAll(() => void (clock.at = null));

const look = (id: string, fields = timeFields) => itemOf(ground.bureau.administrator, id, fields);

test("A14, A25, A26, A54: a task's day ends at 24:00 in China, and no clock runs before it opens; a day set by hand moves with a suspension", async () => {
  const { dispatcher, officer, grid } = ground;
  const [task] = await act(dispatcher, "issueTask", {
    title: "入户宣传",
    to: [{ gridId: grid.id }],
    opensAt: iso("2026-03-06T08:30"),
    dueOn: "2026-03-06",
  });
  expect(await look(task.id, "opensAt dueOn nextDueAt light")).toEqual({
    opensAt: iso("2026-03-06T08:30"),
    dueOn: "2026-03-06",
    nextDueAt: iso("2026-03-07T00:00"),
    light: "NORMAL",
  });
  expect((await look(task.id)).clocks[0].startedAt).toBe(iso("2026-03-06T08:30"));
  const dueBefore = async (moment: string) =>
    (
      await ground.bureau.administrator.run(`query ($f: WorkItemFilter) { workItems(filter: $f) { nodes { id } } }`, {
        f: { dueBefore: moment, kind: ["TASK"] },
      })
    ).workItems.nodes;
  expect(await dueBefore(iso("2026-03-07T00:00"))).not.toContainEqual({ id: task.id });
  expect(await dueBefore(iso("2026-03-07T00:00:01"))).toContainEqual({ id: task.id });
  goTo("2026-03-06T23:59:59");
  expect(await look(task.id, "light")).toEqual({ light: "DUE_SOON" });
  const onTime = await act(officer, "submitWork", { id: task.id, taskResult: { done: "已宣传" } });
  expect(onTime.isLate).toBe(false);
  await act(officer, "withdrawWork", { id: task.id });
  goTo("2026-03-07T00:00");
  expect(await look(task.id, "light")).toEqual({ light: "OVERDUE" });
  expect((await act(officer, "submitWork", { id: task.id, taskResult: { done: "已宣传" } })).isLate).toBe(true);
  goTo("2026-03-09T09:00");
  const [other] = await act(dispatcher, "issueTask", {
    title: "整治台账",
    to: [{ gridId: grid.id }],
    dueOn: "2026-03-10",
  });
  await act(dispatcher, "suspendWork", { id: other.id, reason: "等待上级通知" });
  goTo("2026-03-10T09:00");
  await act(dispatcher, "resumeWork", { id: other.id });
  expect(await look(other.id, "dueOn")).toEqual({ dueOn: "2026-03-11" });
});

test("A24, A45: what is counted in working time leaves out the break at noon, nights and weekends, and so does a suspension", async () => {
  const bureau = await layTimedWork();
  await setRule(bureau.bureau.administrator, { unit: "WORKING_MINUTES", feedbackWithin: 240 });
  goTo(`${tuesday}T11:00`);
  const noon = await issued(bureau);
  expect(noon.nextDueAt).toBe(iso(`${tuesday}T17:30`));
  goTo("2026-03-06T11:00");
  const item = await issued(bureau);
  await act(bureau.officer, "acceptWork", { id: item.id });
  goTo("2026-03-06T12:00");
  await act(bureau.dispatcher, "suspendWork", { id: item.id, reason: "等待鉴定" });
  goTo("2026-03-09T12:00");
  expect(await act(bureau.dispatcher, "resumeWork", { id: item.id })).toMatchObject({
    nextDueAt: iso("2026-03-09T17:30"),
  });
});

test("A42, A46, A47: urgency counts from the same start with the same pauses; each clock from its own step, met by its own", async () => {
  const { officer, dispatcher } = ground;
  await withRule(ground.bureau.administrator, {});
  await withRule(ground.bureau.administrator, { urgency: "URGENT", acceptWithin: 10, feedbackWithin: 120 });
  const item = await issued(ground);
  goTo(`${tuesday}T09:10`);
  const accepted = await act(officer, "acceptWork", { id: item.id }, timeFields);
  expect(Object.keys(dues(accepted)).sort()).toEqual(["CLOSE", "FEEDBACK"]);
  await act(dispatcher, "suspendWork", { id: item.id, reason: "等待鉴定" });
  goTo("2026-03-06T09:10");
  await act(dispatcher, "resumeWork", { id: item.id });
  const urgent = await act(
    dispatcher,
    "changeUrgency",
    { id: item.id, urgency: "URGENT", reason: "舆情关注" },
    timeFields,
  );
  expect(dues(urgent)).toMatchObject({ FEEDBACK: iso("2026-03-06T11:00") });
  await act(officer, "submitWork", { id: item.id, communityFeedback });
  const { version } = await look(item.id);
  goTo("2026-03-06T10:00");
  await act(dispatcher, "returnWork", { id: item.id, expectedVersion: version, reason: "补充" });
  const { events, clocks } = await look(item.id);
  const startOf = (kind: string) => {
    const last = clocks.findLast(({ clock }: { clock: string }) => clock === kind);
    return events.find(({ sequence }: { sequence: number }) => sequence === last.startedSequence).action;
  };
  expect([startOf("ACCEPT"), startOf("CLOSE"), startOf("FEEDBACK")]).toEqual(["ISSUE", "ISSUE", "RETURN"]);
});

test("A44, A48, A53: what was asked and what was granted are kept and the light follows at once; reopened, closed days do not count and a breach stays", async () => {
  const { bureau, officer, dispatcher, chief } = ground;
  await withRule(ground.bureau.administrator, {});
  const item = await issued(ground);
  await act(officer, "acceptWork", { id: item.id });
  await act(officer, "askForMoreTime", { id: item.id, clock: "FEEDBACK", days: 5, reason: "当事人出差" });
  goTo(`${tuesday}T13:30`);
  expect(await look(item.id, "light")).toEqual({ light: "OVERDUE" });
  expect(await refusedAct(dispatcher, "grantMoreTime", { id: item.id, days: 6 })).toMatchObject({ code: "INVALID" });
  const granted = await act(
    dispatcher,
    "grantMoreTime",
    { id: item.id, days: 3, reason: "情况属实" },
    `${timeFields} requests { asked granted opinion }`,
  );
  expect(granted).toMatchObject({ light: "NORMAL", requests: [{ asked: 5, granted: 3, opinion: "情况属实" }] });
  await runJob(bureau, "work.tellTime");
  await act(officer, "askForMoreTime", { id: item.id, clock: "FEEDBACK", days: 2, reason: "仍未返回" });
  const due = dues(await look(item.id));
  await act(dispatcher, "refuseMoreTime", { id: item.id, reason: "时间足够" });
  expect(dues(await look(item.id))).toEqual(due);
  goTo("2026-03-04T10:00");
  await runJob(bureau, "work.tellTime");
  const { version } = await act(officer, "submitWork", { id: item.id, communityFeedback });
  await act(dispatcher, "closeWork", { id: item.id, expectedVersion: version });
  goTo("2026-03-14T10:00");
  const reopened = await act(chief, "reopenWork", { id: item.id, reason: "群众反映未解决" }, timeFields);
  expect(reopened).toMatchObject({ isLate: true, state: "RETURNED" });
  const closing = reopened.clocks.find(({ clock }: { clock: string }) => clock === "CLOSE");
  expect(closing).toMatchObject({ isRunning: true, breachedAt: iso("2026-03-04T09:00") });
});

test("A30, A49, A51: days over and days of silence are working days; outside shifts the light says when it goes on", async () => {
  const own = await layTimedWork();
  const { administrator } = own.bureau;
  await setRule(administrator, { unit: "WORKING_MINUTES", feedbackWithin: 120 });
  const item = await issued(own);
  await act(own.officer, "acceptWork", { id: item.id });
  const fields = "workingDaysLeft silentWorkingDays opensAgainAt isSuspended nextDueAt";
  const seen = () => itemOf(administrator, item.id, fields);
  expect(await seen()).toMatchObject({ workingDaysLeft: 0, silentWorkingDays: 0, opensAgainAt: null });
  const due = (await seen()).nextDueAt;
  goTo(`${tuesday}T22:00`);
  expect(await seen()).toMatchObject({ opensAgainAt: iso("2026-03-04T08:30"), isSuspended: false });
  goTo(`${tuesday}T12:00`);
  expect(await seen()).toMatchObject({ opensAgainAt: iso(`${tuesday}T14:30`) });
  goTo("2026-03-10T09:00");
  await runJob(own.bureau, "work.tellTime");
  expect(await seen()).toEqual({
    workingDaysLeft: -5,
    silentWorkingDays: 5,
    opensAgainAt: null,
    isSuspended: false,
    nextDueAt: due,
  });
  const over = async (days: number) =>
    (await administrator.run(`{ workItems(filter: { daysOverMoreThan: ${days} }) { nodes { id } } }`)).workItems.nodes;
  expect(await over(4)).toEqual([{ id: item.id }]);
  expect(await over(5)).toEqual([]);
});
