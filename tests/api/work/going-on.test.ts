import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "@maple-bridge/server/kernel/ids";
import { clock } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { insertAnyRow } from "../../support/dated-rows.ts";
import { makeAbsence, makeGrid, makeStation } from "../grids/ground.ts";
import { act, field, issued, itemOf, keepSignedIn, seat, type WorkGround } from "./ground.ts";
import { iso, layTimedWork, tuesday, withRule } from "./deadlining.ts";
import { goTo, runJob, timeFields } from "./time-passes.ts";

let ground: WorkGround;
beforeAll(async () => {
  goTo(`${tuesday}T09:00`);
  ground = await layTimedWork();
});
beforeEach(() => goTo(`${tuesday}T09:00`));
afterAll(() => void (clock.at = null));

const look = (id: string, fields = timeFields) => itemOf(ground.bureau.administrator, id, fields);

test("A36, A38, A40: a suspended item goes to who follows with its end and its due; the substitute's substitute has it, for who is away", async () => {
  const { bureau, stationId, dispatcher } = ground;
  await withRule(ground.bureau.administrator, {});
  const [a, b, c] = [await field(bureau, stationId), await field(bureau, stationId), await field(bureau, stationId)];
  const grids = [
    await makeGrid(bureau, stationId),
    await makeGrid(bureau, stationId),
    await makeGrid(bureau, stationId),
  ];
  for (const { id } of grids) await seat(bureau, id, a.memberId);
  await keepSignedIn(bureau);
  const startsAt = new Date("2026-03-01T00:00:00Z");
  await makeAbsence(bureau, a.memberId, { substituteId: b.memberId, startsAt });
  await makeAbsence(bureau, b.memberId, { substituteId: c.memberId, startsAt });
  const { id } = await issued(ground, { to: grids.map((grid) => ({ gridId: grid.id })) });
  const batch = (await dispatcher.run(`query ($id: ID!) { workItem(id: $id) { batchId } }`, { id })).workItem.batchId;
  const accepted = await act(c, "acceptWork", { id });
  expect(accepted.events.at(-1)).toMatchObject({ actor: { id: c.memberId }, onBehalfOf: { id: a.memberId } });
  const { workItems } = await dispatcher.run(
    `query ($b: ID) { workItems(filter: { batchId: $b }) { nodes { state } } }`,
    { b: batch },
  );
  expect(workItems.nodes.map(({ state }: { state: string }) => state).sort()).toEqual(["ACCEPTED", "ISSUED", "ISSUED"]);
  await act(dispatcher, "suspendWork", { id, until: iso("2026-03-05T09:00"), reason: "等待鉴定" });
  const before = await look(id);
  await bureau.sql(async (sql) => {
    await sql`update assignments set ends_at = ${clock.at} where grid_id = ${grids[0]!.id}`;
  });
  await bureau.sql((sql) =>
    insertAnyRow(sql, "assignments", {
      bureauId: bureau.id,
      id: newId(),
      gridId: grids[0]!.id,
      memberId: c.memberId,
      duty: "RESPONSIBLE_OFFICER",
      startsAt: clock.at!,
    }),
  );
  expect(await look(id)).toEqual(before);
  expect(await itemOf(dispatcher, id, "responsible { id } pauses { until }")).toEqual({
    responsible: [{ id: c.memberId }],
    pauses: [{ until: iso("2026-03-05T09:00") }],
  });
});

test("open work goes with a grid that moves, and a grid with open work does not close", async () => {
  const { bureau, stationId, dispatcher } = ground;
  const { administrator } = bureau;
  const [grid, elsewhere] = [await makeGrid(bureau, stationId), await makeStation(bureau)];
  const item = await issued(ground, { to: [{ gridId: grid.id }] });
  const closing = { idempotencyKey: newKey(), id: grid.id, on: tuesday, expectedVersion: grid.version };
  expect(
    await administrator.refused(`mutation ($input: CloseGridInput!) { closeGrid(input: $input) { id } }`, {
      input: closing,
    }),
  ).toMatchObject({
    code: "CONFLICT",
    fields: [{ path: ["input", "on"], code: "GRID_HAS_OPEN_WORK", params: { count: 1 } }],
  });
  const move = (from: string, to: string, expectedVersion: number) =>
    administrator.run(`mutation ($input: MoveGridInput!) { moveGrid(input: $input) { version } }`, {
      input: { idempotencyKey: newKey(), id: grid.id, stationId: to, from, reason: "区划调整", expectedVersion },
    });
  const { moveGrid } = await move(tuesday, elsewhere, grid.version);
  const moved = await look(item.id, "station { id } events { action cause }");
  expect(moved).toMatchObject({ station: { id: elsewhere } });
  expect(moved.events.at(-1)).toEqual({ action: "MOVE_STATION", cause: "PERSON" });
  expect(await itemOf(dispatcher, item.id, "id")).toMatchObject({ id: item.id });
  await move("2026-03-05", stationId, moveGrid.version);
  expect(await look(item.id, "station { id }")).toMatchObject({ station: { id: elsewhere } });
  goTo("2026-03-05T00:05");
  await runJob(bureau, "work.followPlaces");
  expect(await look(item.id, "station { id }")).toMatchObject({ station: { id: stationId } });
});
