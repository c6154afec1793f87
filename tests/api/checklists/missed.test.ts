import { afterAll, beforeAll, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import { digestOf, photo, send } from "../evidence/sending.ts";
import { act, itemOf, keepSignedIn, makeRule } from "../work/ground.ts";
import { goTo, passTo, ticksOf } from "../work/time-passes.ts";
import {
  answers,
  change,
  type ChecklistGround,
  failing,
  layChecklists,
  makeRuns,
  onlyRunOf,
  published,
  refusedChange,
  runFields,
  runsOf,
  submit,
  visit,
} from "./ground.ts";

let ground: ChecklistGround;
beforeAll(async () => {
  ground = await layChecklists();
  await keepSignedIn(ground.bureau);
});
afterAll(() => void (clock.at = null));

/** Of the week from 2 March on; it is missed when the 10th is over. */
async function opened(content: object = {}) {
  const { bureau, officer } = ground;
  goTo("2026-03-04T10:00");
  const template = await published(
    bureau.administrator,
    { content: { ...visit, lastOn: "2026-03-08", ...content } },
    "THIS_WEEK",
  );
  await makeRuns(bureau);
  return { template, run: await onlyRunOf(officer, template.id) };
}

const late = { visitedOn: "2026-03-06", reason: "纸质表已填，手机故障", runReport: { answers } };
const fill = (id: string, more: object = {}) =>
  change(ground.officer, "fillRunLate", { id, ...late, ...more }, runFields);

test("A27: past its window and grace a run is missed, by the clock and with its true time, and stays so in the counts", async () => {
  const { bureau, officer, chief } = ground;
  const { template, run } = await opened();
  await passTo(bureau, "2026-03-08T08:00");
  await passTo(bureau, "2026-03-09T00:00");
  expect(await onlyRunOf(officer, template.id)).toMatchObject({ state: "ACCEPTED", isLate: true, missedAt: null });
  await passTo(bureau, "2026-03-11T08:00");
  const missed = await onlyRunOf(officer, template.id);
  expect(missed).toMatchObject({
    state: "MISSED",
    isOpen: false,
    isLate: true,
    missedAt: "2026-03-10T16:00:00.000Z",
    fillableUntil: "2026-03-20T16:00:00.000Z",
    windowEndsOn: "2026-03-08",
  });
  expect(missed.events.at(-1)).toMatchObject({ action: "MISS", cause: "JOB", happenedAt: "2026-03-10T16:00:00.000Z" });
  expect((await ticksOf(bureau, run.id)).map(({ kind }) => kind)).toEqual(["DUE_SOON", "OVERDUE", "MISSED"]);
  expect(missed.viewerMay).toEqual(["FILL_RUN_LATE"]);

  const filled = await fill(run.id);
  expect(filled).toMatchObject({
    state: "SUBMITTED",
    isLate: true,
    missedAt: missed.missedAt,
    feedback: { visitedOn: "2026-03-06" },
  });
  expect(filled.events.at(-1)).toMatchObject({
    action: "FILL_LATE",
    fromState: "MISSED",
    reason: late.reason,
    happenedAt: "2026-03-05T16:00:00.000Z",
  });
  const closed = await act(chief, "closeWork", { id: run.id, expectedVersion: filled.version }, runFields);
  expect(closed).toMatchObject({ state: "CLOSED", isLate: true, missedAt: missed.missedAt });
  expect(await runsOf(officer, template.id, { wasMissed: true, isLate: true })).toHaveLength(1);
  await expect(
    bureau.sql(
      (sql) => sql`update work_items set missed_at = null, last_sequence = last_sequence + 1 where id = ${run.id}`,
    ),
  ).rejects.toMatchObject({ constraint_name: "work_items_missed_stays" });
});

test("A28: what was missed is filled in with a reason and the day of the visit, and no more once the days for it are over", async () => {
  const { bureau, officer, colleague } = ground;
  const { run } = await opened();
  expect(await refusedChange(officer, "fillRunLate", { id: run.id, ...late })).toMatchObject({ code: "CONFLICT" });
  await passTo(bureau, "2026-03-12T08:00");
  expect(await refusedChange(officer, "submitWork", { id: run.id, runReport: { answers } })).toMatchObject({
    code: "CONFLICT",
  });
  const refused = (more: object) => refusedChange(officer, "fillRunLate", { id: run.id, ...late, ...more });
  expect((await refused({ reason: "" })).fields).toEqual(["input.reason REQUIRED"]);
  expect((await refused({ visitedOn: "2026-03-13" })).fields).toEqual(["input.visitedOn LIES_AHEAD"]);
  expect((await refused({ visitedOn: "2026-03-01" })).fields).toEqual([
    "input.visitedOn CHECKLIST_VISIT_BEFORE_THE_RUN",
  ]);
  expect((await refused({ runReport: { answers: [] } })).fields).toHaveLength(3);
  expect((await refusedChange(colleague, "fillRunLate", { id: run.id, ...late })).code).toBe("FORBIDDEN");
  goTo("2026-03-21T00:00");
  expect(await refused({})).toEqual({ code: "CONFLICT", fields: ["input.id CHECKLIST_TOO_LATE"] });
});

test("a late run that nobody reviews is closed late; its failed item opens a hazard as well", async () => {
  const { bureau } = ground;
  const { run } = await opened({ isReviewed: false });
  await passTo(bureau, "2026-03-12T08:00");
  const filled = await fill(run.id, { runReport: { answers: failing } });
  expect(filled).toMatchObject({ state: "CLOSED", outcome: "ACCEPTED", isLate: true });
  expect(filled.feedback.answers[1].hazard).toMatchObject({ source: "CHECKLIST" });
});

test("what was filled in late and is taken back is owed as what was returned is", async () => {
  const { bureau, officer } = ground;
  const { run } = await opened();
  await passTo(bureau, "2026-03-12T08:00");
  await fill(run.id);
  expect(await act(officer, "withdrawWork", { id: run.id }, runFields)).toMatchObject({
    state: "RETURNED",
    isOpen: true,
    round: 2,
  });
  expect(await submit(officer, run.id)).toMatchObject({ state: "SUBMITTED", isLate: true });
});

test("a run whose clocks stand still, or that was given more time, is missed so much later", async () => {
  const { bureau, chief, dispatcher, officer } = ground;
  const [{ template: suspended, run: one }, { template: extended, run: other }] = [await opened(), await opened()];
  await act(dispatcher, "suspendWork", { id: one.id, reason: "封村", until: "2026-03-12T02:00:00Z" });
  await act(officer, "askForMoreTime", { id: other.id, clock: "FEEDBACK", days: 2, reason: "外出培训" });
  await act(chief, "grantMoreTime", { id: other.id, days: 2 });
  await passTo(bureau, "2026-03-12T12:00");
  expect((await onlyRunOf(officer, suspended.id)).state).toBe("ACCEPTED");
  expect((await onlyRunOf(officer, extended.id)).state).toBe("ACCEPTED");
  await passTo(bureau, "2026-03-20T12:00");
  expect((await onlyRunOf(officer, suspended.id)).state).toBe("MISSED");
  expect((await onlyRunOf(officer, extended.id)).state).toBe("MISSED");
});

test("the chief opens a missed run again; it stays missed in the counts", async () => {
  const { bureau, chief, officer } = ground;
  const { run } = await opened();
  await passTo(bureau, "2026-03-12T08:00");
  const reopened = await act(chief, "reopenWork", { id: run.id, reason: "补录" }, runFields);
  expect(reopened).toMatchObject({ state: "RETURNED", isLate: true, missedAt: expect.any(String) });
  expect(await submit(officer, run.id)).toMatchObject({ state: "SUBMITTED" });
});

test("A83: a run that nobody reviews is closed as it is handed in, and its return is the chief's to grant", async () => {
  const { officer, dispatcher, chief } = ground;
  const { run } = await opened({ isReviewed: false });
  expect(await submit(officer, run.id)).toMatchObject({ state: "CLOSED" });
  await act(officer, "askForReturn", { id: run.id, reason: "户数填错" });
  const mayOf = async (client: typeof chief) => (await itemOf(client, run.id, "viewerMay")).viewerMay;
  expect(await mayOf(dispatcher)).toEqual([]);
  expect(await mayOf(chief)).toEqual(["REOPEN_WORK", "GRANT_RETURN", "REFUSE_RETURN"]);
  expect(await act(chief, "grantReturn", { id: run.id }, runFields)).toMatchObject({ state: "RETURNED", round: 2 });
  expect(await submit(officer, run.id)).toMatchObject({ state: "CLOSED" });
});

test("photos come in for a run that was missed, and it is not filled in before they are there", async () => {
  const { bureau, officer } = ground;
  const items = [{ code: "POSTED", wording: "上墙照片", evidence: "PHOTO" }];
  const { run } = await opened({ items });
  await passTo(bureau, "2026-03-12T08:00");
  const bytes = await photo();
  const sentDigests = [digestOf(bytes)];
  const [{ id: photoId }] = await act(officer, "announceEvidence", { itemId: run.id, sentDigests }, "id");
  const runReport = { answers: [{ code: "POSTED", photoId }] };
  expect((await refusedChange(officer, "fillRunLate", { id: run.id, ...late, runReport })).fields).toContain(
    "input.evidence EVIDENCE_MISSING",
  );
  await send(ground, officer, run.id, bytes);
  const filled = await fill(run.id, { runReport });
  expect(filled.feedback).toMatchObject({ answers: [{ photo: { id: photoId } }] });
});

test("what is missed as soon as its time has passed is told of once", async () => {
  const { bureau, officer } = ground;
  const { template, run } = await opened({ graceDays: 0 });
  await passTo(bureau, "2026-03-09T00:00");
  expect(await onlyRunOf(officer, template.id)).toMatchObject({
    state: "MISSED",
    isLate: true,
    missedAt: "2026-03-08T16:00:00.000Z",
  });
  expect((await ticksOf(bureau, run.id)).map(({ kind }) => kind)).toEqual(["MISSED"]);
});

test("a run that was returned by a rule with a time of its own is overdue, and neither missed nor sent up by it", async () => {
  const { bureau, officer, chief } = ground;
  await makeRule(bureau, { kind: "RUN", orderKind: null, reworkWithin: 60, escalateAfter: 30 });
  const { template, run } = await opened();
  const { version } = await submit(officer, run.id);
  await act(chief, "returnWork", { id: run.id, expectedVersion: version, reason: "请补充" });
  await passTo(bureau, "2026-03-04T16:00");
  const late = await onlyRunOf(officer, template.id);
  expect(late).toMatchObject({ state: "RETURNED", isLate: true, missedAt: null, duty: "RESPONSIBLE_OFFICER" });
  const told = late.events
    .filter(({ cause }: { cause: string }) => cause === "JOB")
    .map(({ action }: { action: string }) => action);
  expect(told).toEqual(["ISSUE", "OVERDUE"]);
});
