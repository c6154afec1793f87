import { afterAll, beforeAll, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import { auditOf } from "../grids/ground.ts";
import { layWork, act, keepSignedIn, refusedAct } from "../work/ground.ts";
import { goTo } from "../work/time-passes.ts";
import {
  change,
  type ChecklistGround,
  layChecklists,
  makeRuns,
  published,
  runFields,
  runsOf,
  visit,
} from "./ground.ts";

let ground: ChecklistGround;
beforeAll(async () => {
  ground = await layChecklists();
  await keepSignedIn(ground.bureau);
  goTo("2026-03-04T10:00");
});
afterAll(() => void (clock.at = null));

const items = [{ code: "MEASURE", wording: "防止再发的措施", evidence: "TEXT" }];
const byHand = (more: object = {}) =>
  published(ground.bureau.administrator, { content: { ...visit, recurrence: null, items, ...more } });

test("a checklist without a recurrence is begun by hand for a case, of which nothing is made by itself, and filled in as any", async () => {
  const { bureau, dispatcher, officer, grid } = ground;
  const { id } = await byHand();
  await makeRuns(bureau);
  expect(await runsOf(bureau.administrator, id)).toEqual([]);
  const input = { id, gridId: grid.id, about: "电动车被盗" };
  expect((await refusedAct(officer, "beginRun", input)).code).toBe("FORBIDDEN");
  const [run, ...others] = await act(dispatcher, "beginRun", input, runFields);
  expect(others).toEqual([]);
  expect(run).toMatchObject({ kind: "RUN", state: "ACCEPTED", occurrenceOn: "2026-03-04", windowEndsOn: "2026-03-10" });
  expect(run.title).toMatch(/：电动车被盗$/);
  expect(run.number).toMatch(/-20260304-0001$/);
  const [deed] = await auditOf(bureau, run.id);
  expect(deed).toMatchObject({ action: "checklist.beginRun", after: { about: "电动车被盗", gridId: grid.id } });
  const answers = [{ code: "MEASURE", told: "加装充电棚监控，夜间巡逻" }];
  expect(await act(officer, "submitWork", { id: run.id, runReport: { answers } })).toMatchObject({
    state: "SUBMITTED",
  });
  await makeRuns(bureau);
  expect(await runsOf(bureau.administrator, id)).toHaveLength(1);
});

test("it is begun once a day for a seat, where it is owed, while it holds, and nowhere out of sight", async () => {
  const { bureau, dispatcher, grid } = ground;
  const { administrator } = bureau;
  const held = await byHand();
  const input = { id: held.id, gridId: grid.id, about: "电动车被盗" };
  await act(dispatcher, "beginRun", input, "id");
  const fault = (field: string, code: string) => ({ code: "CONFLICT", fields: [{ path: ["input", field], code }] });
  expect(await refusedAct(dispatcher, "beginRun", input)).toMatchObject(fault("gridId", "CHECKLIST_NOTHING_TO_BEGIN"));
  const elsewhere = await byHand({ owers: [{ duty: "MEDIATOR" }] });
  expect(await refusedAct(dispatcher, "beginRun", { ...input, id: elsewhere.id })).toMatchObject(
    fault("gridId", "CHECKLIST_NOTHING_TO_BEGIN"),
  );
  const recurring = await published(administrator, { content: visit });
  expect(await refusedAct(dispatcher, "beginRun", { ...input, id: recurring.id })).toMatchObject(
    fault("id", "CHECKLIST_NOT_BY_HAND"),
  );
  await change(administrator, "retireChecklist", { id: held.id, expectedVersion: held.version, reason: "不再需要" });
  expect(await refusedAct(dispatcher, "beginRun", input)).toMatchObject(fault("id", "CHECKLIST_NOT_BY_HAND"));
  const other = await layWork();
  expect((await refusedAct(other.dispatcher, "beginRun", input)).code).toBe("NOT_FOUND");
});
