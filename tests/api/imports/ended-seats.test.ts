import { beforeAll, expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { makeGrid, makeStation } from "../grids/ground.ts";
import { check, errorsOf, send, write } from "./importing.ts";

let bureau: Bureau;
beforeAll(async () => {
  bureau = await makeBureau();
  const stationId = await makeStation(bureau, { name: "解州派出所" });
  await makeGrid(bureau, stationId, { code: "140802100201", name: "示例村" });
});

const titles = "警号,姓名,人员类别,所属单位,网格编码,起始日期";

async function checked(header: string, ...rows: string[]) {
  const { id } = await send(bureau, bureau.administrator, "MEMBERS", Buffer.from([header, ...rows].join("\n")));
  return check(bureau.administrator, id, {});
}

const seats = async () => {
  const { assignments } = await bureau.administrator.run(
    "{ assignments { nodes { member { badge } startsAt endsAt } } }",
  );
  const days = (instant: string | null) =>
    instant && new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
  return (assignments.nodes as { member: { badge: string }; startsAt: string; endsAt: string | null }[])
    .map(({ member, startsAt, endsAt }) => [member.badge, days(startsAt), days(endsAt)])
    .toSorted();
};

test("a seat that has ended comes in as ended, and the one after it as held", async () => {
  const run = await checked(
    `${titles},离任日期`,
    "E1,示例甲,民警,解州派出所,140802100201,2024.1.1,2025年6月30日",
    "E2,示例乙,民警,解州派出所,140802100201,20250630,至今",
  );
  expect(errorsOf(run)).toEqual([]);
  expect((await write(bureau.administrator, run)).status).toBe("WRITTEN");
  expect(await seats()).toEqual([
    ["E1", "2024-01-01", "2025-06-30"],
    ["E2", "2025-06-30", null],
  ]);
  const again = await checked(`${titles},离任日期`, "E1,示例甲,民警,解州派出所,140802100201,2024.1.1,2025年6月30日");
  expect(again).toMatchObject({ errorCount: 0, summary: { assignmentsCreated: 0, assignmentsUnchanged: 1 } });
});

test("a seat that ended is refused where it overlaps, ends before it begins, or does not say when it began", async () => {
  const run = await checked(
    `${titles},截止日期`,
    "E3,示例丙,民警,解州派出所,140802100201,2025-01-01,2025-12-31",
    "E4,示例丁,民警,解州派出所,140802100201,2023-06-01,2023-01-01",
    "E5,示例戊,民警,解州派出所,140802100201,,2023-01-01",
  );
  expect(errorsOf(run).map(([row, column, , code]) => [row, column, code])).toEqual([
    [2, "网格编码", "ROW_SEAT_TAKEN"],
    [3, "截止日期", "ROW_ENDS_BEFORE_START"],
    [4, "起始日期", "REQUIRED"],
  ]);
});

test("who has ended by a column that is not imported is refused by name, never taken for a holder", async () => {
  const run = await checked(
    `${titles},调离时间,任职状态`,
    "E6,示例己,辅警,解州派出所,140802100201,2024-01-01,2025.6.30,",
    "E7,示例庚,辅警,解州派出所,140802100201,2024-01-01,,已离任",
    "E8,示例辛,辅警,解州派出所,140802100201,2024-01-01,,在任",
  );
  expect(errorsOf(run)).toEqual([
    [2, "调离时间", "2025.6.30", "ROW_END_NOT_READ"],
    [3, "任职状态", "已离任", "ROW_END_NOT_READ"],
  ]);
});
