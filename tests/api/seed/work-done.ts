import { dayOf } from "@maple-bridge/server/kernel/day";
import { makeRuns, published, runsOf, visit } from "../checklists/ground.ts";
import { layMatters, registered } from "../matters/ground.ts";
import { act, communityFeedback } from "../work/ground.ts";

/** Each command of work and matters that the demo tells of, once; gives the bureau. */
export async function doWork() {
  const ground = await layMatters();
  const { bureau, dispatcher, officer, chief, colleague, grid } = ground;
  const { administrator } = bureau;
  const reason = "虚构理由";
  await act(administrator, "applyDeadlinePreset", { preset: "USUAL" }, "id");
  await act(administrator, "applyMatterCategoryPreset", { preset: "HAZARDS" }, "id");
  const onTheSpot = await registered(ground);
  await act(colleague, "settleReceipt", { id: onTheSpot.items[0].id, settled: "当场劝和", outcome: "SETTLED" });

  const matter = await registered(ground);
  const issue = async (orderKind: string, to: object) =>
    (await act(dispatcher, "issueOrder", { matterId: matter.id, orderKind, to: [to] }))[0];
  const incident = await issue("INCIDENT", { unitId: ground.stationId });
  await act(officer, "claimWork", { id: incident.id });
  await act(officer, "arriveAtWork", { id: incident.id });
  await act(dispatcher, "superviseWork", { id: incident.id, card: "YELLOW", reason });
  const sceneReport = { happened: "甲", done: "乙" };
  let submitted = await act(officer, "submitWork", { id: incident.id, sceneReport });
  await act(dispatcher, "returnWork", { id: incident.id, expectedVersion: submitted.version, reason });
  submitted = await act(officer, "submitWork", { id: incident.id, sceneReport });
  const followed = await act(dispatcher, "followUpWork", {
    ...{ id: incident.id, expectedVersion: submitted.version, orderKind: "COMMUNITY", to: { gridId: grid.id } },
  });
  const next = followed.children.find(({ orderKind }: { orderKind: string }) => orderKind === "COMMUNITY");
  await act(officer, "declineWork", { id: next.id, reason });
  await act(dispatcher, "readdressWork", { id: next.id, to: { gridId: grid.id }, reason });
  await act(officer, "acceptWork", { id: next.id });
  await act(dispatcher, "urgeWork", { id: next.id });
  await act(officer, "askForMoreTime", { id: next.id, clock: "FEEDBACK", days: 2, reason });
  await act(chief, "grantMoreTime", { id: next.id, days: 1 });
  await act(dispatcher, "suspendWork", { id: next.id, reason });
  await act(dispatcher, "resumeWork", { id: next.id });
  const done = await act(officer, "submitWork", { id: next.id, communityFeedback });
  await act(dispatcher, "closeWork", { id: next.id, expectedVersion: done.version });
  await act(dispatcher, "cancelWork", { id: (await issue("CASE", { unitId: ground.stationId })).id, reason });

  const content = { ...visit, startsOn: dayOf(new Date()), recurrence: "FREQ=DAILY", isReviewed: false };
  const checklist = await published(chief, { stationId: ground.stationId, content });
  await makeRuns(bureau);
  const [run] = await runsOf(chief, checklist.id, { gridId: grid.id }, "id");
  const answers = [
    { code: "HOUSEHOLDS", count: 4 },
    { code: "HAZARDS", count: 0 },
    { code: "PUBLICITY", choice: "入户" },
  ];
  await act(officer, "submitWork", { id: run.id, runReport: { answers } });

  const plain = await registered(ground);
  const { version } = plain;
  const settling = { id: plain.id, expectedVersion: version, outcome: "SETTLED", outcomeNote: "已办结" };
  await act(dispatcher, "settleMatter", settling, "id");
  const byMethod = await registered(ground);
  await act(
    dispatcher,
    "settleMatter",
    { ...settling, id: byMethod.id, expectedVersion: byMethod.version, method: "WARM_FEELING" },
    "id",
  );
  return bureau;
}
