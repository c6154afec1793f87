import { expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import type { Client } from "../../support/client.ts";
import { trustedIds } from "../../support/trusted-queries.ts";
import { demand } from "../assignments/staffing.ts";
import { makeGrid, makeMember, makeStation } from "../grids/ground.ts";
import { seat } from "../work/ground.ts";
import { exported } from "./exporting.ts";

const members = {
  document: trustedIds().get("Members")!,
  caption: "人员",
  columns: [
    { title: "姓名", parts: ["name"] },
    { title: "入职", parts: ["joinedOn"] },
    { title: "岗位数", parts: ["load.seats"] },
  ],
  variables: { first: 50, orderBy: "BADGE", direction: "ASC" },
};

const duty = "MEDIATOR";
const roster = {
  document: trustedIds().get("Roster")!,
  caption: "责任名册",
  columns: [
    { title: "编码", parts: ["code"] },
    {
      title: "调解员",
      parts: [
        { path: `seats[duty=${duty}].holder`, parts: ["name", "badge", "phone"] },
        { path: `seats[duty=${duty}].isFilled`, words: { false: "空缺", true: "", "": "—" } },
      ],
    },
  ],
  variables: { first: 100, orderBy: "CODE", direction: "ASC", filter: { open: true } },
  by: "station.name",
};

const printed = async (bureau: Bureau, client: Client, asked: object) => {
  const { status, bytes } = await exported(bureau, client, "paper", asked);
  return { status, paper: JSON.parse(bytes.toString("utf8")) };
};

const prints = (bureau: Bureau) =>
  bureau.sql(
    (sql) =>
      sql<
        { after: object }[]
      >`select after from audit_entries where bureau_id = ${bureau.id} and action = 'export.list'`,
  );

test("a list for paper has all of its rows in the columns and the order in which it is shown, says who made it, and is on record as an export is", async () => {
  const bureau = await makeBureau();
  const station = await makeStation(bureau);
  for (let number = 100; number < 230; number++)
    await makeMember(bureau, station, { badge: `B${number}`, name: `示例${number}`, joinedOn: "2020-05-06" });
  const filter = { unitId: station };
  const { paper } = await printed(bureau, bureau.administrator, {
    ...members,
    variables: { ...members.variables, filter },
  });
  expect(paper).toMatchObject({ caption: "人员", unit: expect.stringMatching(/^测试派出所/), maker: "测试账号" });
  expect(paper.day).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(paper.columns).toEqual(["序号", "姓名", "入职", "岗位数"]);
  const [{ rows }] = paper.sheets;
  expect(rows).toHaveLength(130);
  expect(rows.at(-1)).toEqual([130, "示例229", "2020-05-06", 0]);
  const [deed] = await prints(bureau);
  expect(deed!.after).toMatchObject({ layout: "members", format: "paper", rows: 130, filter: { filter } });
});

test("a roster is a sheet for each station, with who holds each seat, by what number they are called, and which stand vacant", async () => {
  const bureau = await makeBureau();
  const [east, west] = [await makeStation(bureau, { name: "东所" }), await makeStation(bureau, { name: "西所" })];
  await demand(bureau, { gridKind: "ENTERPRISE", duty, atLeast: 2, atMost: 2 });
  const held = await makeGrid(bureau, east, { code: "GRID-A" });
  await makeGrid(bureau, west, { code: "GRID-B" });
  await makeGrid(bureau, east, { code: "GRID-C" });
  const one = await makeMember(bureau, east, { badge: "P1", name: "示例甲" });
  const other = await makeMember(bureau, east, { badge: "P2", name: "示例乙" });
  await bureau.sql((sql) => sql`update members set phone = '13800000001' where id = ${one.id}`);
  for (const { id } of [one, other]) await seat(bureau, held.id, id, duty);
  const { paper } = await printed(bureau, bureau.administrator, roster);
  expect(paper.columns).toEqual(["序号", "编码", "调解员"]);
  expect(paper.sheets).toEqual([
    {
      title: "东所",
      rows: [
        [1, "GRID-A", "示例甲 P1 138****0001\n示例乙 P2"],
        [2, "GRID-C", "空缺\n空缺"],
      ],
    },
    { title: "西所", rows: [[1, "GRID-B", "空缺\n空缺"]] },
  ]);
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: west });
  expect((await printed(bureau, chief, roster)).paper.sheets.map(({ title }: { title: string }) => title)).toEqual([
    "西所",
  ]);
});

test("more than is printed at once is refused with how much it is, and nothing is on record", async () => {
  const bureau = await makeBureau();
  await bureau.sql(
    (sql) => sql`insert into divisions (bureau_id, id, code, name, kind)
      select ${bureau.id}, gen_random_uuid(), '41048110' || lpad(number::text, 4, '0'), '示例村' || number, 'VILLAGE'
      from generate_series(1, 2001) number`,
  );
  const { status, errors } = await exported(bureau, bureau.administrator, "paper", {
    ...members,
    document: trustedIds().get("Divisions"),
    columns: [{ title: "名称", parts: ["name"] }],
    variables: {},
  });
  expect([status, errors[0]!.extensions.fields]).toEqual([
    400,
    [expect.objectContaining({ path: ["variables", "filter"], code: "PRINT_TOO_MANY" })],
  ]);
  expect(await prints(bureau)).toHaveLength(0);
});

test.each([
  ["a document that no screen has", { document: "none" }, 403],
  ["a path that the list does not ask for", { by: "secret" }, 400],
  ["a path of a whole object", { by: "unit" }, 400],
  ["what is no path", { by: 7 }, 400],
])("%s is refused", async (_name, wrong, status) => {
  const bureau = await makeBureau();
  expect((await exported(bureau, bureau.administrator, "paper", { ...members, ...wrong })).status).toBe(status);
});
