import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { wugangRoster } from "../../support/roster.ts";
import { check, countOf, divisionsOf, importAll, read, upload, write } from "./importing.ts";

test("a county's divisions and a roster become stations, grids, members and assignments", async () => {
  const bureau = await makeBureau();
  const t0 = performance.now();
  const grids = await importAll(bureau, "GRIDS", divisionsOf("410481"));
  console.log("grids", performance.now() - t0);
  expect(grids).toMatchObject({ status: "WRITTEN", totalRows: 220, doneRows: 220, errorCount: 0 });
  expect(grids.summary).toMatchObject({ stationsCreated: 14, divisionsCreated: 235, gridsCreated: 220, gridsUpdated: 0 });
  const roster = wugangRoster();
  const t1 = performance.now();
  const id = await upload(bureau, "MEMBERS", roster);
  const t2 = performance.now();
  const checked = await check(bureau.administrator, id);
  const t3 = performance.now();
  expect(checked.errors.nodes).toEqual([]);
  const members = await write(bureau.administrator, checked);
  console.log("members", t2 - t1, t3 - t2, performance.now() - t3);
  expect(members).toMatchObject({ status: "WRITTEN", doneRows: members.totalRows });
  expect(members.summary).toMatchObject({ membersCreated: 687, assignmentsCreated: 876 });
  expect([await countOf(bureau, "grids"), await countOf(bureau, "members"), await countOf(bureau, "assignments")]).toEqual([220, 687, 876]);
  expect(await read(bureau.administrator, id)).toMatchObject({ status: "WRITTEN" });
});
