import { expect, test } from "vitest";
import { partOf } from "../../support/papers.ts";
import { rowsOfWorkbook } from "../../support/workbook.ts";
import { assign, demand, fromNow, makeStaffed } from "../assignments/staffing.ts";
import { makeGrid, makeMember, makeStation } from "../grids/ground.ts";
import { exported } from "./exporting.ts";

async function makeMonth() {
  const staffed = await makeStaffed();
  const { bureau, grid, officer } = staffed;
  const otherId = await makeStation(bureau, { name: "虚构北派出所" });
  const other = await makeGrid(bureau, otherId);
  const second = await makeMember(bureau, otherId);
  await demand(bureau, { from: fromNow(-100) });
  const reason = "补录";
  await assign(bureau.administrator, {
    gridId: grid.id,
    memberId: officer.id,
    from: fromNow(-60),
    to: fromNow(-10),
    reason,
  });
  await assign(bureau.administrator, { gridId: other.id, memberId: second.id, from: fromNow(-5), reason });
  return { ...staffed, otherId };
}

const since = fromNow(-30).toISOString();

test("the month's report has a line for each station, their sum, and who made it at its foot", async () => {
  const { bureau } = await makeMonth();
  const { bytes, rows } = await exported(bureau, bureau.administrator, "month", { filter: { since } });
  expect(partOf(bytes, "xl/worksheets/sheet1.xml")).toMatch(
    /<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>.*<pageSetup fitToWidth="1" fitToHeight="0" [^>]*orientation="landscape"/s,
  );
  const written = rowsOfWorkbook(bytes);
  expect(String(written[0]![0])).toMatch(/网格力量配备月报（\d{4}-\d{2}-\d{2} 至 \d{4}-\d{2}-\d{2}）$/);
  expect(written[1]).toEqual([
    "派出所",
    "期末网格",
    "期初应配",
    "期初在岗",
    "期初空缺",
    "到任（人次）",
    "离任（人次）",
    "新增空缺",
    "消除空缺",
    "期末应配",
    "期末在岗",
    "期末空缺",
    "期末配备率",
  ]);
  expect(written.slice(2, 5).map((cells) => cells.slice(1))).toEqual(
    expect.arrayContaining([
      [1, 1, 1, 0, 0, 1, 1, 0, 1, 0, 1, "0%"],
      [1, 1, 0, 1, 1, 0, 0, 1, 1, 1, 0, "100%"],
      [2, 2, 1, 1, 1, 1, 1, 1, 2, 1, 1, "50%"],
    ]),
  );
  expect(written[4]![0]).toBe("合计");
  expect(rows).toBe(3);
  expect(String(written.at(-1)![0])).toMatch(/^填报单位：.+制表人：.+日期：/);
});

test("it may be of one station, is a chief's of the own one, and says what it cannot read", async () => {
  const { bureau, otherId } = await makeMonth();
  const ofOne = await exported(bureau, bureau.administrator, "month", { filter: { since, unitId: otherId } });
  expect(rowsOfWorkbook(ofOne.bytes)[2]!.slice(0, 2)).toEqual(["虚构北派出所", 1]);
  expect(ofOne.rows).toBe(1);
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: otherId });
  const ofChief = await exported(bureau, chief, "month", { filter: { since } });
  expect(ofChief.rows).toBe(1);
  const refused = await exported(bureau, chief, "month", { filter: { since: "gestern" } });
  expect(refused.errors[0]!.extensions.fields[0]!.code).toBe("EXPORT_VARIABLES");
});
