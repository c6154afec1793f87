import { expect, test } from "vitest";
import { rowsOfWorkbook, workbookOf } from "../../support/workbook.ts";
import { makeGrid, makeStation } from "../grids/ground.ts";
import { bringAll, layLedgers } from "../imports/ledgers.ts";
import { exported } from "./exporting.ts";

async function layYear() {
  const ground = await layLedgers();
  const { bureau, gridName, colleague } = ground;
  const elsewhere = await makeStation(bureau, { name: "虚构北派出所" });
  const other = await makeGrid(bureau, elsewhere, { name: "虚构北村" });
  const ledger = workbookOf([
    ["发现日期", "网格", "类别", "简况", "状态", "办结日期"],
    ["2026-05-10", gridName, "邻里", "五月发现，六月化解", "已化解", "2026-06-03"],
    ["2026-05-11", gridName, "邻里", "五月发现，未结", "", ""],
    ["2026-06-01", gridName, "邻里", "六月发现，未成", "未化解", "2026-06-20"],
    ["2026-02-01", other.name, "邻里", "二月发现并化解", "已化解", "2026-02-03"],
  ]);
  await bringAll(bureau, "DISPUTES", ledger, { receiverId: colleague.memberId });
  return { ...ground, elsewhere };
}

const month = (from: string, until: string) => ({ filter: { from, until } });

test("A90: found in May and settled in June: each month has its own, and rates are of what was found in it", async () => {
  const { bureau } = await layYear();
  const may = rowsOfWorkbook(
    (await exported(bureau, bureau.administrator, "matrix", month("2026-05-01", "2026-05-31"))).bytes,
  );
  expect(may[1]).toEqual(["类别", "项目", expect.any(String), "小计", "年度累计"]);
  expect(may.slice(2, 7).map((cells) => cells.slice(1))).toEqual([
    ["排查数", 2, 2, 3],
    ["调处数（本期结束）", 0, 0, 1],
    ["成功数（本期化解）", 0, 0, 1],
    ["调处率（本期排查的，至今）", "50%", "50%", "66.7%"],
    ["化解率（本期排查的，至今）", "50%", "50%", "66.7%"],
  ]);
  const june = rowsOfWorkbook(
    (await exported(bureau, bureau.administrator, "matrix", month("2026-06-01", "2026-06-30"))).bytes,
  );
  expect(june.slice(2, 5).map((cells) => cells.slice(1, 4))).toEqual([
    ["排查数", 1, 1],
    ["调处数（本期结束）", 2, 2],
    ["成功数（本期化解）", 1, 1],
  ]);
  expect(String(may.at(-1)![0])).toMatch(/^填报单位：.+签发人：/);
});

test("A90: nothing of nothing is no rate", async () => {
  const { bureau } = await layYear();
  const rows = rowsOfWorkbook(
    (await exported(bureau, bureau.administrator, "matrix", month("2026-01-01", "2026-01-31"))).bytes,
  );
  expect(rows.slice(2, 7).map((cells) => cells.slice(1))).toEqual([
    ["排查数", 0, 0],
    ["调处数（本期结束）", 0, 0],
    ["成功数（本期化解）", 0, 0],
    ["调处率（本期排查的，至今）", "—", "—"],
    ["化解率（本期排查的，至今）", "—", "—"],
  ]);
});

test("figures are of stations in reach, and by grid where that is asked", async () => {
  const { bureau, chief, elsewhere, gridName } = await layYear();
  const year = { from: "2026-01-01", until: "2026-12-31" };
  const all = rowsOfWorkbook((await exported(bureau, bureau.administrator, "matrix", { filter: year })).bytes);
  expect(all[1]).toEqual(expect.arrayContaining(["虚构北派出所"]));
  const own = rowsOfWorkbook((await exported(bureau, chief, "matrix", { filter: { ...year, by: "GRID" } })).bytes);
  expect(own[1]).toEqual(["类别", "项目", gridName, "小计", "年度累计"]);
  expect(own[2]).toEqual(["邻里", "排查数", 3, 3, 3]);
  const foreign = rowsOfWorkbook(
    (await exported(bureau, chief, "matrix", { filter: { ...year, unitId: elsewhere } })).bytes,
  );
  expect(JSON.stringify(foreign)).not.toContain("虚构北");
});

test("the matrix counts what the list counts", async () => {
  const { bureau } = await layYear();
  const [from, until] = ["2026-05-01", "2026-05-31"];
  const { matterMatrix, matters } = await bureau.administrator.run(
    `query ($from: LocalDate!, $until: LocalDate!, $start: DateTime!, $end: DateTime!) {
      matterMatrix(kind: DISPUTE, from: $from, until: $until) { found ended }
      matters(filter: { kind: [DISPUTE], happenedFrom: $start, happenedBefore: $end }) { totalCount } }`,
    { from, until, start: "2026-05-01T00:00:00+08:00", end: "2026-06-01T00:00:00+08:00" },
  );
  const found = matterMatrix.reduce((sum: number, cell: { found: number }) => sum + cell.found, 0);
  expect(found).toBe(matters.totalCount);
});
