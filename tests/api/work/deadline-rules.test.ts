import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { clock, makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { auditOf } from "../grids/ground.ts";
import { act, communityFeedback, issued, itemOf, keepSignedIn, type WorkGround } from "./ground.ts";
import { dues, iso, layTimedWork, refusedRule, setRule, tuesday, withRule } from "./deadlining.ts";
import { goTo, runJob, timeFields } from "./time-passes.ts";

let ground: WorkGround;
beforeAll(async () => {
  goTo(`${tuesday}T09:00`);
  ground = await layTimedWork();
});
beforeEach(() => goTo(`${tuesday}T09:00`));
afterAll(() => void (clock.at = null));

describe("a rule", () => {
  test("is succeeded by the next revision, says so in the audit log, and is told with all before it", async () => {
    const { administrator, id } = ground.bureau;
    goTo(`${tuesday}T08:50`);
    const first = await setRule(ground.bureau.administrator, { feedbackWithin: 100 });
    goTo(`${tuesday}T08:55`);
    const second = await setRule(ground.bureau.administrator, { feedbackWithin: 200 });
    expect(second).toMatchObject({
      revision: first.revision + 1,
      feedbackWithin: 200,
      endsAt: null,
      viewerMay: ["SET_DEADLINE_RULE"],
    });
    const rules = async (args: string) =>
      (
        await administrator.run(
          `{ deadlineRules(orderKind: COMMUNITY, urgency: ORDINARY, ${args}) { nodes { id endsAt } } }`,
        )
      ).deadlineRules.nodes;
    expect(await rules("first: 5")).toEqual([{ id: second.id, endsAt: null }]);
    expect((await rules("always: true")).map((rule: { id: string }) => rule.id).slice(0, 2)).toEqual([
      second.id,
      first.id,
    ]);
    expect(await rules(`at: "${iso(`${tuesday}T08:51`)}"`)).toMatchObject([{ id: first.id }]);
    expect(await auditOf(ground.bureau, second.id)).toMatchObject([
      { action: "deadlineRule.set", before: { feedbackWithin: 100 }, after: { feedbackWithin: 200 } },
    ]);
    expect(id).toBeTruthy();
  });

  test("that is in force already is not written again", async () => {
    const { id, revision } = await setRule(ground.bureau.administrator, { feedbackWithin: 77 });
    expect(await setRule(ground.bureau.administrator, { feedbackWithin: 77 })).toMatchObject({ id, revision });
    expect(await auditOf(ground.bureau, id)).toHaveLength(1);
  });

  test("A55: that nothing would bring about is refused, and says which field", async () => {
    expect(await refusedRule(ground.bureau.administrator, { escalateAfter: 30, urgesWhenDueSoon: true })).toMatchObject(
      {
        code: "INVALID",
        fields: [
          { path: ["input", "escalateAfter"], code: "DEADLINE_NEVER_COMES" },
          { path: ["input", "urgesWhenDueSoon"], code: "DEADLINE_NEVER_COMES" },
        ],
      },
    );
    expect(
      await refusedRule(ground.bureau.administrator, { orderKind: null, feedbackWithin: 0, warnAtPercent: 95 }),
    ).toMatchObject({
      fields: [
        { path: ["input", "orderKind"], code: "REQUIRED" },
        { path: ["input", "feedbackWithin"], code: "OUT_OF_RANGE" },
        { path: ["input", "warnAtPercent"], code: "OUT_OF_RANGE" },
      ],
    });
    expect(await refusedRule(ground.bureau.administrator, { kind: "TASK" })).toMatchObject({
      fields: [{ code: "DEADLINE_ONLY_OF_ORDERS" }],
    });
  });

  test("is the bureau's administrators' alone, each bureau its own", async () => {
    expect(await refusedRule(ground.chief, { feedbackWithin: 5 })).toMatchObject({ code: "FORBIDDEN" });
    const other = await makeBureau();
    await keepSignedIn(other);
    const foreign = await setRule(other.administrator, { feedbackWithin: 5 });
    expect(foreign.revision).toBe(1);
    const { deadlineRules } = await other.administrator.run(`{ deadlineRules(always: true) { nodes { id } } }`);
    expect(deadlineRules.nodes).toEqual([{ id: foreign.id }]);
  });

  test("of the preset is there for each kind and urgency, and is written once", async () => {
    const other = await makeBureau();
    await keepSignedIn(other);
    const apply = async () =>
      (
        await other.administrator.run(
          `mutation ($input: ApplyDeadlinePresetInput!) { applyDeadlinePreset(input: $input) { id kind orderKind urgency unit feedbackWithin } }`,
          { input: { idempotencyKey: newKey(), preset: "USUAL" } },
        )
      ).applyDeadlinePreset;
    const set = await apply();
    expect(set).toHaveLength(21);
    expect(set.filter(({ orderKind }: { orderKind: string }) => orderKind === "COMMUNITY")).toMatchObject([
      { urgency: "ORDINARY", unit: "MINUTES", feedbackWithin: 24 * 60 },
      { urgency: "URGENT", feedbackWithin: 2 * 60 },
      { urgency: "CRITICAL" },
    ]);
    expect(await apply()).toEqual(set);
  });
});

test("A20: another rule moves what is open from its own start, with its pauses, and lists exactly what moved", async () => {
  const ground = await layTimedWork();
  const { bureau, officer, dispatcher } = ground;
  const look = (id: string, fields = timeFields) => itemOf(bureau.administrator, id, fields);
  await withRule(ground.bureau.administrator, {});
  const [accepted, paused, closed] = [await issued(ground), await issued(ground), await issued(ground)];
  for (const { id } of [accepted, paused, closed]) await act(officer, "acceptWork", { id });
  const { version } = await act(officer, "submitWork", { id: closed.id, communityFeedback });
  await act(dispatcher, "closeWork", { id: closed.id, expectedVersion: version });
  await act(dispatcher, "suspendWork", { id: paused.id, reason: "当事人外出" });
  goTo(`${tuesday}T10:00`);
  await act(dispatcher, "resumeWork", { id: paused.id });
  const before = await look(closed.id);
  const since = clock.at!.toISOString();
  const rule = await withRule(ground.bureau.administrator, { feedbackWithin: 300 });
  await runJob(bureau, "work.recompute");
  await runJob(bureau, "work.recompute");
  expect(dues(await look(accepted.id))).toEqual({ FEEDBACK: iso(`${tuesday}T14:00`), CLOSE: iso("2026-03-04T09:00") });
  expect(dues(await look(paused.id))).toMatchObject({ FEEDBACK: iso(`${tuesday}T15:00`) });
  expect(await look(closed.id)).toEqual(before);
  const { recomputations } = await bureau.administrator.run(
    `query ($since: DateTime) { recomputations(since: $since) { totalCount nodes { item { id } clock dueBefore dueAfter cause } } }`,
    { since },
  );
  expect(
    recomputations.nodes.filter(({ item }: { item: { id: string } }) =>
      [accepted.id, paused.id, closed.id].includes(item.id),
    ),
  ).toHaveLength(2);
  expect(recomputations.nodes).toContainEqual({
    item: { id: accepted.id },
    clock: "FEEDBACK",
    cause: "JOB",
    dueBefore: iso(`${tuesday}T13:00`),
    dueAfter: iso(`${tuesday}T14:00`),
  });
  const { clocks } = await look(accepted.id, "clocks { clock rule { id } }");
  expect(
    clocks.map((each: { rule: { id: string } }) => each.rule.id).filter((id: string) => id === rule.id),
  ).toHaveLength(2);
  const batches = (await auditOf(bureau, bureau.id)).filter(({ action }) => action === "deadlineRule.recompute");
  // A portion ends after a while, however few it has worked out by then: there may be several.
  const told = JSON.stringify(batches.map(({ after }) => after));
  for (const { number } of [accepted, paused]) expect(told).toContain(number);
});
