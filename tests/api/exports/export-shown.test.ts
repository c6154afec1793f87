import { expect, test } from "vitest";
import { trustedIds } from "../../support/trusted-queries.ts";
import { rowsOfWorkbook } from "../../support/workbook.ts";
import { makeGrid, makeMember, makeStation } from "../grids/ground.ts";
import { makeBureau } from "../../support/bureau.ts";
import { exported } from "./exporting.ts";

const document = trustedIds().get("Members")!;
const columns = [
  { title: "姓名", parts: ["name"] },
  { title: "警号", parts: ["badge"] },
  { title: "类别", parts: [{ path: "kind", words: { OFFICER: "民警" } }] },
  { title: "单位", parts: [{ path: "unit.name", words: { "": "视野之外" } }] },
  { title: "入职", parts: ["joinedOn"] },
  { title: "岗位数", parts: ["load.seats"] },
];
const shown = { document, caption: "人员", columns, variables: { first: 50, orderBy: "BADGE", direction: "ASC" } };

async function layMembers() {
  const bureau = await makeBureau();
  const station = await makeStation(bureau);
  await makeMember(bureau, station, { name: "=1+1", badge: "140802000000000017", joinedOn: "2020-05-06" });
  await makeMember(bureau, station, { name: "示例乙", badge: "A2", kind: "AUXILIARY" });
  return { bureau, station };
}

test("a list is exported in the columns, the words and the order in which it is shown, with its count and its maker", async () => {
  const { bureau } = await layMembers();
  const file = await exported(bureau, bureau.administrator, "list", shown);
  expect(file).toMatchObject({ status: 200, rows: 2 });
  expect(file.name).toMatch(/^人员-\d{4}-\d\d-\d\d\.xlsx$/);
  const rows = rowsOfWorkbook(file.bytes);
  expect(rows[1]).toEqual(["序号", "姓名", "警号", "类别", "单位", "入职", "岗位数"]);
  expect(rows[2]!.slice(0, 4)).toEqual([1, "=1+1", "140802000000000017", "民警"]);
  expect((rows[2]![5] as Date).toISOString()).toBe("2020-05-06T00:00:00.000Z");
  expect(rows[3]![3]).toBe("AUXILIARY");
  expect(rows.at(-2)).toEqual(["合计：2 行"]);
  expect(String(rows.at(-1)![0])).toMatch(/填报单位：.+制表人：.+日期/);
});

test.each([
  ["zh-CN", "筛选：类别：民警；单位：城东派出所"],
  ["en", "Filter: Kind: Officer"],
])(
  "the foot says in %s by what the list is filtered, as the screen says it, and nothing where it is not",
  async (locale, said) => {
    const { bureau } = await layMembers();
    const client = { ...bureau.administrator, headers: { ...bureau.administrator.headers, "x-maple-locale": locale } };
    const file = await exported(bureau, client, "list", { ...shown, said });
    expect(rowsOfWorkbook(file.bytes).at(-3)).toEqual([said]);
    const text = (await exported(bureau, client, "list", { ...shown, said, format: "csv" })).bytes.toString("utf8");
    expect(text.trim().split("\r\n").at(-3)).toContain(said);
    expect(rowsOfWorkbook((await exported(bureau, client, "list", shown)).bytes).flat()).not.toContain(said);
    const wrong = await exported(bureau, client, "list", { ...shown, said: "x".repeat(2_001) });
    expect(wrong.errors[0]!.extensions.fields).toMatchObject([{ path: ["said"] }]);
  },
);

test("a ledger says it, too", async () => {
  const { bureau } = await layMembers();
  const file = await exported(bureau, bureau.administrator, "matters", { said: "筛选：状态：未结" });
  expect(rowsOfWorkbook(file.bytes).at(-3)).toEqual(["筛选：状态：未结"]);
});

test("as text no cell is a formula, and the whole list is there beyond its first page", async () => {
  const { bureau, station } = await layMembers();
  for (let index = 0; index < 120; index++)
    await makeGrid(bureau, station, { name: `示例${index}`, code: `1408020${String(index).padStart(5, "0")}` });
  const members = await exported(bureau, bureau.administrator, "list", { ...shown, format: "csv" });
  expect(members.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(members.bytes.toString("utf8")).toContain("'=1+1,'140802000000000017,民警");
  const grids = await exported(bureau, bureau.administrator, "list", {
    document: trustedIds().get("Grids"),
    caption: "网格",
    columns: [{ title: "编码", parts: ["code"] }],
    variables: { first: 50, orderBy: "CODE", direction: "DESC" },
    format: "csv",
  });
  expect(grids.rows).toBe(120);
  const lines = grids.bytes.toString("utf8").trim().split("\r\n");
  expect(lines).toHaveLength(123);
  expect(lines[1]).toBe("1,'140802000119");
  expect(lines[121]).toBe("合计：120 行,");
  expect(lines[122]).toMatch(/^填报单位：.+制表人：.+日期：\d{4}-\d\d-\d\d,$/);
});

test("what somebody does not see is in none of their files", async () => {
  const { bureau } = await layMembers();
  const elsewhere = await makeStation(bureau);
  const stranger = await bureau.signIn({ role: "STATION_CHIEF", unitId: elsewhere });
  expect(await exported(bureau, stranger, "list", shown)).toMatchObject({ status: 200, rows: 0 });
});

test("an export is on record with the list, its filter and how many rows it had", async () => {
  const { bureau } = await layMembers();
  const filter = { search: "示例" };
  await exported(bureau, bureau.administrator, "list", { ...shown, variables: { ...shown.variables, filter } });
  const [deed] = await bureau.sql(
    (sql) =>
      sql<
        { after: object }[]
      >`select after from audit_entries where bureau_id = ${bureau.id} and action = 'export.list'`,
  );
  expect(deed!.after).toMatchObject({ layout: "members", format: "xlsx", rows: 1, filter: { filter } });
});

test.each([
  ["a document that no screen has", { document: "none" }, 403],
  ["a column that the list does not ask for", { columns: [{ title: "手机", parts: ["secret"] }] }, 400],
  ["a column of a whole object", { columns: [{ title: "单位", parts: ["unit"] }] }, 400],
  ["no column", { columns: [] }, 400],
  ["variables that the document does not take", { variables: { orderBy: "NOTHING" } }, 400],
])("%s is refused, and nothing is on record", async (_name, wrong, status) => {
  const { bureau } = await layMembers();
  const { status: told, errors } = await exported(bureau, bureau.administrator, "list", { ...shown, ...wrong });
  expect([told, errors.length]).toEqual([status, 1]);
  const deeds = await bureau.sql(
    (sql) => sql`select from audit_entries where bureau_id = ${bureau.id} and action = 'export.list'`,
  );
  expect(deeds).toHaveLength(0);
});
