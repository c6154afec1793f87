import { expect, test } from "vitest";
import { newKey } from "../../support/client.ts";
import { issued, itemOf, layWork } from "../work/ground.ts";
import { everythingCreated, gridColumns, importAll } from "./importing.ts";

const code = "410481001201";
const ofStation = (station: string) => ({
  columns: gridColumns,
  rows: [[code, "东城村村民委员会", "村", station]],
});

const undoDocument = `mutation ($input: UndoImportInput!) { undoImport(input: $input) { status } }`;

test("open work goes with a grid that an import moves, and comes back when the import is undone", async () => {
  const ground = await layWork();
  const { bureau } = ground;
  const { administrator } = bureau;
  await importAll(bureau, "GRIDS", ofStation("甲派出所"));
  const { grid } = await administrator.run<{ grid: { id: string; station: { id: string } } }>(
    `{ grid(code: "${code}") { id station { id } } }`,
  );
  const dispatcher = await bureau.signIn({ role: "DISPATCHER", unitId: bureau.rootId });
  const { id } = await issued({ ...ground, dispatcher, stationId: grid.station.id }, { to: [{ gridId: grid.id }] });
  const look = () => itemOf(administrator, id, "station { name } events { action }");
  expect(await look()).toMatchObject({ station: { name: "甲派出所" } });

  const moved = await importAll(bureau, "GRIDS", ofStation("乙派出所"), { ...everythingCreated, from: "2025-01-01" });
  expect(moved.summary).toMatchObject({ gridsUpdated: 1 });
  await expect.poll(look).toMatchObject({ station: { name: "乙派出所" } });

  await administrator.run(undoDocument, {
    input: { idempotencyKey: newKey(), id: moved.id, expectedVersion: moved.version, reason: "传错了文件" },
  });
  await expect.poll(look).toMatchObject({ station: { name: "甲派出所" } });
  const { events } = await look();
  expect(events.map(({ action }: { action: string }) => action)).toEqual(["ISSUE", "MOVE_STATION", "MOVE_STATION"]);
});
