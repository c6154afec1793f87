import { expect, test } from "vitest";
import { layMatters, matterOf, openOf, registered } from "../matters/ground.ts";
import { act, itemOf } from "./ground.ts";

test("a car blocks the gate: registered, gone to, found to be about damage, settled by the grid's officer, and one chain", async () => {
  const ground = await layMatters();
  const { colleague, officer, dispatcher, grid } = ground;
  const matter = await registered(ground, { source: "EMERGENCY_110", urgency: "URGENT" });
  const [incident] = await act(dispatcher, "issueOrder", {
    matterId: matter.id,
    orderKind: "INCIDENT",
    to: [{ memberId: colleague.memberId }],
  });
  await act(colleague, "acceptWork", { id: incident.id });
  await act(colleague, "arriveAtWork", { id: incident.id });
  const reported = await act(colleague, "submitWork", {
    id: incident.id,
    sceneReport: {
      happened: "一辆轿车横在小区大门口",
      done: "已联系车主挪车，大门恢复通行",
      cause: "车主称车辆在小区内被划伤，多次反映未果",
      likelyCourse: "赔偿未谈妥，可能再次堵门",
    },
  });
  expect(reported).toMatchObject({ state: "SUBMITTED", owedBy: "ASSESSOR", feedback: { __typename: "SceneReport" } });

  const followed = await act(dispatcher, "followUpWork", {
    id: incident.id,
    expectedVersion: reported.version,
    orderKind: "COMMUNITY",
    to: { gridId: grid.id },
    title: "堵门起因是车辆被划伤",
    instructions: "请找到划伤的起因，组织双方调解",
    reason: "堵门只是表象",
  });
  expect(followed).toMatchObject({ state: "CLOSED", outcome: "FOLLOWED_UP" });
  const [next] = followed.children;
  expect(next).toMatchObject({ orderKind: "COMMUNITY", state: "ISSUED" });
  expect(await itemOf(officer, next.id)).toMatchObject({
    parent: { id: incident.id },
    responsible: [{ id: officer.memberId }],
  });
  await act(officer, "acceptWork", { id: next.id });
  const settled = await act(officer, "submitWork", {
    id: next.id,
    communityFeedback: { kind: "DISPUTE", isResolved: true, done: "物业承担修车费用，双方签字和解" },
  });
  await act(dispatcher, "closeWork", { id: next.id, expectedVersion: settled.version });

  const { version } = await matterOf(dispatcher, matter.id);
  await act(
    dispatcher,
    "settleMatter",
    { id: matter.id, expectedVersion: version, outcome: "SETTLED", outcomeNote: "起因已了，大门畅通" },
    "id",
  );
  const ended = await matterOf(dispatcher, matter.id);
  expect(ended).toMatchObject({ state: "SETTLED", outcomeNote: "起因已了，大门畅通" });
  expect(openOf(ended)).toEqual([]);
  const orders = ended.items.filter(({ kind }: { kind: string }) => kind === "ORDER");
  expect(orders).toMatchObject([
    { orderKind: "INCIDENT", state: "CLOSED", outcome: "FOLLOWED_UP", parent: null },
    { orderKind: "COMMUNITY", state: "CLOSED", outcome: "ACCEPTED", parent: { id: incident.id } },
  ]);
  expect(ended.roots.map(({ id }: { id: string }) => id)).toContain(incident.id);
});
