import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import { makeAbsence, makeGrid } from "../grids/ground.ts";
import { act, field, issued, itemOf, keepSignedIn, layWork, makeRule, seat, type WorkGround } from "./ground.ts";
import { goTo, passTo } from "./time-passes.ts";

let ground: WorkGround;
beforeAll(async () => {
  goTo("2026-03-03T09:00");
  ground = await layWork();
  await keepSignedIn(ground.bureau);
  await makeRule(ground.bureau);
});
beforeEach(() => goTo("2026-03-03T09:00"));
afterAll(() => void (clock.at = null));

test("A38: what falls due at the seat of who is away is told to the substitute's substitute, for the holder", async () => {
  const { bureau, stationId } = ground;
  const [a, b, c] = [await field(bureau, stationId), await field(bureau, stationId), await field(bureau, stationId)];
  const grid = await makeGrid(bureau, stationId);
  await seat(bureau, grid.id, a.memberId);
  await keepSignedIn(bureau);
  const startsAt = new Date("2026-03-01T00:00:00Z");
  await makeAbsence(bureau, a.memberId, { substituteId: b.memberId, startsAt });
  await makeAbsence(bureau, b.memberId, { substituteId: c.memberId, startsAt });
  const { id } = await issued(ground, { to: [{ gridId: grid.id }] });
  await passTo(bureau, "2026-03-03T09:31");
  const due = await itemOf(c, id, "light events { action answeredBy { id } onBehalfOf { id } }");
  expect(due.light).toBe("OVERDUE");
  expect(due.events.at(-1)).toEqual({
    action: "OVERDUE",
    answeredBy: { id: c.memberId },
    onBehalfOf: { id: a.memberId },
  });
  expect(await listOf(c)).toContain(id);
  for (const other of [a, b]) expect(await listOf(other)).not.toContain(id);
});

test("A38: where substitutes stand in for each other nobody answers, and the work ends with the chief, who hands it on", async () => {
  const { bureau, stationId, chief, dispatcher, officer } = ground;
  const [a, b] = [await field(bureau, stationId), await field(bureau, stationId)];
  const grid = await makeGrid(bureau, stationId);
  await seat(bureau, grid.id, a.memberId);
  await keepSignedIn(bureau);
  const startsAt = new Date("2026-03-01T00:00:00Z");
  await makeAbsence(bureau, a.memberId, { substituteId: b.memberId, startsAt });
  await makeAbsence(bureau, b.memberId, { substituteId: a.memberId, startsAt });
  const ofSeat = await issued(ground, { to: [{ gridId: grid.id }] });
  const [own] = await act(dispatcher, "issueTask", { title: "整理台账", to: [{ memberId: b.memberId }] });
  for (const { id } of [ofSeat, own]) {
    expect(await itemOf(chief, id)).toMatchObject({ isVacant: true, responsible: [] });
    expect(await listOf(chief, "VACANT")).toContain(id);
    for (const other of [a, b]) expect(await listOf(other)).not.toContain(id);
    await act(chief, "readdressWork", { id, to: { gridId: ground.grid.id }, reason: "互为代岗" });
    expect(await listOf(chief, "VACANT")).not.toContain(id);
    expect(await listOf(officer)).toContain(id);
  }
});

async function listOf(client: WorkGround["chief"], part?: string): Promise<string[]> {
  const { myWork } = await client.run(
    `query ($part: MyWorkPart) { myWork(part: $part, first: 100) { nodes { id } } }`,
    { part },
  );
  return myWork.nodes.map(({ id }: { id: string }) => id);
}
