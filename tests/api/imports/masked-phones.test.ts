import { isMaskedPhone, maskPhone } from "@maple-bridge/server/kernel/phone";
import { expect, test } from "vitest";
import { makeMember, makeStation } from "../grids/ground.ts";
import { makeBureau } from "../../support/bureau.ts";
import { check, errorsOf, memberColumns, type Rows, upload, write } from "./importing.ts";

const numbers = ["13800001234", "13900005678", "0359-2012345", "0359-2012346-801", "010-81234567", "02912345678"];

/** Members with these numbers, and the rows of a file that has them as they are listed. */
async function listed() {
  const bureau = await makeBureau();
  const station = await makeStation(bureau, { name: "甲派出所" });
  for (const [index, phone] of numbers.entries())
    await makeMember(bureau, station, { badge: `M${index}`, name: `示例${index}`, phone });
  const { members } = await bureau.administrator.run<{ members: { nodes: { badge: string; phone: string }[] } }>(
    `query { members(orderBy: BADGE) { nodes { badge phone } } }`,
  );
  const rows = members.nodes.map(({ badge, phone }, index) =>
    rowOf({ 警号: badge, 姓名: `示例${index}`, 电话: phone }),
  );
  return { bureau, shown: members.nodes.map(({ phone }) => phone), rows };
}

const columns = [...new Set([...memberColumns, "电话"])];
const rowOf = (cells: Record<string, string>) =>
  columns.map((column) => cells[column] ?? { 人员类别: "民警", 所属单位: "甲派出所" }[column] ?? "");
const phonesOf = (rows: Rows) => rows.map((row) => row[columns.indexOf("电话")]);

test("a number is masked here as the database masks it, and known for a masked one", async () => {
  const { shown } = await listed();
  expect(numbers.map(maskPhone)).toEqual(shown);
  expect([...shown, ...numbers].map(isMaskedPhone)).toEqual([...shown.map(() => true), ...numbers.map(() => false)]);
});

test("a list that comes in again with its numbers masked leaves every number as it is", async () => {
  const { bureau, rows, shown } = await listed();
  expect(phonesOf(rows)).toEqual(shown);
  const checked = await check(bureau.administrator, await upload(bureau, "MEMBERS", { columns, rows }));
  expect(errorsOf(checked)).toEqual([]);
  const written = await write(bureau.administrator, checked);
  expect(written).toMatchObject({
    status: "WRITTEN",
    summary: { membersCreated: 0, membersUnchanged: numbers.length },
  });
  const kept = await bureau.sql(
    (sql) => sql`select phone, version from members where bureau_id = ${bureau.id} order by badge`,
  );
  expect(kept.map(({ phone, version }) => [phone, version])).toEqual(numbers.map((phone) => [phone, 1]));
});

test("a masked number that is not the member's is refused, and may be done without", async () => {
  const { bureau, rows, shown } = await listed();
  const at = columns.indexOf("电话");
  const turned = rows.slice(0, 2).map((row, index) => row.with(at, shown[1 - index]!));
  const asked = [...turned, rowOf({ 警号: "NEW", 姓名: "示例新", 电话: shown[0]! })];
  const id = await upload(bureau, "MEMBERS", { columns, rows: asked });
  const checked = await check(bureau.administrator, id);
  expect(errorsOf(checked)).toEqual([
    [2, "电话", shown[1], "PHONE_FORMAT"],
    [3, "电话", shown[0], "PHONE_FORMAT"],
    [4, "电话", shown[0], "PHONE_FORMAT"],
  ]);
  const again = await check(bureau.administrator, id, { blanks: ["phone"] });
  expect(errorsOf(again)).toEqual([]);
  await write(bureau.administrator, again);
  const kept = await bureau.sql(
    (sql) =>
      sql`select phone from members where bureau_id = ${bureau.id} and badge in ('M0', 'M1', 'NEW') order by badge`,
  );
  expect(kept.map(({ phone }) => phone)).toEqual([numbers[0], numbers[1], null]);
});
