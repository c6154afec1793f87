import { expect, test } from "vitest";
import { makeGrid } from "../grids/ground.ts";
import { act, issued, layWork, makeRule } from "./ground.ts";

const idsOf = ({ nodes }: { nodes: { id: string }[] }) => nodes.map(({ id }) => id);

test("at the desk comes first what was declined and what nobody answers for, then what is due first", async () => {
  const ground = await layWork();
  const { bureau, officer, dispatcher, stationId } = ground;
  await makeRule(bureau);
  await makeRule(bureau, { urgency: "URGENT", acceptWithin: 5 });
  const usual = await issued(ground);
  const urgent = await issued(ground, { urgency: "URGENT" });
  const nobodys = await issued(ground, { to: [{ gridId: (await makeGrid(bureau, stationId)).id }] });
  const declined = await issued(ground);
  await act(officer, "declineWork", { id: declined.id, reason: "不属本网格" });
  const { workItems } = await dispatcher.run(
    `{ workItems(orderBy: NOBODYS_FIRST, filter: { kind: [ORDER], isOpen: true }) { nodes { id } } }`,
  );
  expect(idsOf(workItems)).toEqual([nobodys.id, declined.id, urgent.id, usual.id]);
});

test("what waits for somebody is filtered as all work is", async () => {
  const ground = await layWork();
  await makeRule(ground.bureau);
  await makeRule(ground.bureau, { urgency: "URGENT" });
  await issued(ground);
  const urgent = await issued(ground, { urgency: "URGENT" });
  const { myWork } = await ground.officer.run(
    `{ myWork(part: TO_RECEIVE, filter: { urgency: [URGENT] }) { totalCount nodes { id } } }`,
  );
  expect([myWork.totalCount, idsOf(myWork)]).toEqual([1, [urgent.id]]);
});
