import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import {
  bytesOf,
  check,
  checkDocument,
  chiefOf,
  countOf,
  download,
  errorsOf,
  gridColumns,
  read,
  send,
  upload,
} from "./importing.ts";

const rows = [
  ["410481001201", "一村", "", "甲派出所"],
  ["410481001202", "二村", "", "甲派出所"],
];
const file = bytesOf({ columns: gridColumns, rows });

// An invented number with a valid checksum and a birth date: 999999 is no county.
const identityNumber = "999999199001010016";

test("an upload tells its columns, a guess of their mapping and the first rows", async () => {
  const bureau = await makeBureau();
  const id = await upload(bureau, "GRIDS", { columns: gridColumns, rows });
  const { imports } = await bureau.administrator.run(
    `{ imports { totalCount nodes { id kind status fileName columns accountName totalRows mapping { column field } preview { row cells } fields { key title isRequired } options { createStations openedOn } viewerMay } } }`,
  );
  expect(imports).toMatchObject({
    totalCount: 1,
    nodes: [
      {
        id,
        kind: "GRIDS",
        status: "UPLOADED",
        fileName: "导入.csv",
        columns: gridColumns,
        accountName: "测试账号",
        totalRows: 2,
        mapping: [
          { column: 0, field: "code" },
          { column: 1, field: "name" },
          { column: 2, field: "kind" },
          { column: 3, field: "stationName" },
        ],
        preview: [
          { row: 2, cells: rows[0] },
          { row: 3, cells: rows[1] },
        ],
        options: { createStations: false, openedOn: null },
        viewerMay: ["CHOOSE_IMPORT_SHEET", "MAP_IMPORT_COLUMNS", "CHECK_IMPORT", "CANCEL_IMPORT"],
      },
    ],
  });
  expect(imports.nodes[0].fields[0]).toEqual({ key: "code", title: "网格编码", isRequired: false });
});

test("the same key and file make one import; another file with the key is refused", async () => {
  const bureau = await makeBureau();
  const headers = { "idempotency-key": newKey() };
  const first = await send(bureau, bureau.administrator, "GRIDS", file, { headers });
  expect(await send(bureau, bureau.administrator, "GRIDS", file, { headers })).toEqual(first);
  expect(await countOf(bureau, "import_runs")).toBe(1);
  const other = await send(
    bureau,
    bureau.administrator,
    "GRIDS",
    bytesOf({ columns: gridColumns, rows: rows.slice(1) }),
    { headers },
  );
  expect(other).toMatchObject({ status: 409, errors: [{ extensions: { fields: [{ code: "KEY_REUSED" }] } }] });
});

test("what is no file of grids or members is refused", async () => {
  const bureau = await makeBureau();
  const sent = (kind: string, bytes: Buffer, fileName?: string) =>
    send(bureau, bureau.administrator, kind, bytes, { fileName });
  expect(await sent("CARS", file)).toMatchObject({
    status: 400,
    errors: [{ extensions: { fields: [{ path: ["kind"] }] } }],
  });
  expect(await sent("GRIDS", Buffer.from("%PDF-1.7"), "a.pdf")).toMatchObject({
    status: 400,
    errors: [{ extensions: { fields: [{ path: ["file"], code: "FILE_FORMAT", params: { value: "PDF" } }] } }],
  });
  expect(await sent("GRIDS", Buffer.alloc(0))).toMatchObject({
    status: 400,
    errors: [{ extensions: { fields: [{ code: "FILE_EMPTY" }] } }],
  });
  expect(await sent("GRIDS", Buffer.alloc(20 * 1024 * 1024 + 1, "a"))).toMatchObject({ status: 413 });
});

test("only administrators who may write upload, and no form of another site does", async () => {
  const bureau = await makeBureau();
  const [reader, chief] = [
    await bureau.token(bureau.administrator.accountId, "READ"),
    await chiefOf(bureau, bureau.rootId),
  ];
  expect(await send(bureau, bureau.stranger, "GRIDS", file)).toMatchObject({ status: 401 });
  expect(await send(bureau, chief, "GRIDS", file)).toMatchObject({ status: 403 });
  expect(await send(bureau, reader, "GRIDS", file)).toMatchObject({
    status: 403,
    errors: [{ extensions: { detail: "READ_ONLY_TOKEN" } }],
  });
  const form = { "x-maple-import": "" };
  expect(await send(bureau, bureau.administrator, "GRIDS", file, { headers: form })).toMatchObject({
    status: 403,
    errors: [{ extensions: { detail: "IMPORT_PREFLIGHT" } }],
  });
  expect(await send(bureau, await bureau.token(bureau.administrator.accountId), "GRIDS", file)).toMatchObject({
    status: 200,
  });
  expect((await download(bureau, chief, "/imports/template?kind=GRIDS")).status).toBe(403);
});

test("a file with identity numbers is not kept, whatever column they stand in", async () => {
  const bureau = await makeBureau();
  const id = await upload(bureau, "GRIDS", {
    columns: [...gridColumns, "备注"],
    rows: [
      [...rows[0]!, ""],
      [...rows[1]!, `联系人${identityNumber}`],
    ],
  });
  const run = await read(bureau.administrator, id);
  expect(run).toMatchObject({ status: "FAILED", errorCount: 1 });
  expect(errorsOf(run)).toEqual([[3, "备注", "联系人999*************16", "IDENTITY_NUMBER"]]);
  const [kept] = await bureau.sql(
    (sql) =>
      sql<
        { portions: number; preview: unknown[] }[]
      >`select (select count(*)::int from import_file_portions p where p.bureau_id = r.bureau_id) as portions, preview from import_runs r where bureau_id = ${bureau.id}`,
  );
  expect(kept).toEqual({ portions: 0, preview: [] });
  expect(
    (await bureau.administrator.refused(checkDocument, { input: { idempotencyKey: newKey(), id } })).fields,
  ).toMatchObject([{ code: "IMPORT_FILE_GONE" }]);
});

test("the template comes back as a file that maps by itself and has only its example to delete", async () => {
  const bureau = await makeBureau();
  for (const kind of ["GRIDS", "MEMBERS"] as const) {
    const { status, bytes } = await download(bureau, bureau.administrator, `/imports/template?kind=${kind}`);
    expect(status).toBe(200);
    const { id } = await send(bureau, bureau.administrator, kind, bytes, { fileName: "模板.xlsx" });
    const checked = await check(bureau.administrator, id);
    expect(checked.errors.nodes.map((error) => [error.row, error.code])).toContainEqual([2, "EXAMPLE_ROW"]);
  }
});

test("the correction file tells what is wrong and can be sent in again", async () => {
  const bureau = await makeBureau();
  const id = await upload(bureau, "GRIDS", { columns: gridColumns, rows: [rows[0]!, ["41", "坏村", "", "甲派出所"]] });
  await check(bureau.administrator, id);
  const wrong = await download(bureau, bureau.administrator, `/imports/${id}/corrections?scope=errors`, {
    "accept-language": "en",
  });
  expect(wrong).toMatchObject({ status: 200, type: expect.stringContaining("spreadsheetml") });
  const again = await send(bureau, bureau.administrator, "GRIDS", wrong.bytes, { fileName: "corrections.xlsx" });
  expect(errorsOf(await check(bureau.administrator, again.id))).toEqual([[2, "网格编码", "41", "CODE_FORMAT"]]);
  const all = await download(bureau, bureau.administrator, `/imports/${id}/corrections?scope=all`);
  const whole = await send(bureau, bureau.administrator, "GRIDS", all.bytes, { fileName: "全部.xlsx" });
  expect(await check(bureau.administrator, whole.id)).toMatchObject({ totalRows: 2, errorCount: 1 });
  expect(
    (await download(await makeBureau(), (await makeBureau()).administrator, `/imports/${id}/corrections`)).status,
  ).toBe(404);
  expect((await download(bureau, bureau.administrator, "/imports/none/corrections")).status).toBe(404);
  const mayCorrect = async (run: string) => {
    const { import: row } = await bureau.administrator.run(`{ import(id: "${run}") { viewerMay } }`);
    return row.viewerMay.includes("CORRECT_IMPORT");
  };
  const right = await upload(bureau, "GRIDS", { columns: gridColumns, rows: [rows[0]!] });
  for (const code of ["IMPORT_STATE", "IMPORT_HAS_NO_ERRORS"]) {
    const { status, bytes } = await download(bureau, bureau.administrator, `/imports/${right}/corrections`);
    expect([status, JSON.parse(bytes.toString()).errors[0].extensions.fields[0].code]).toEqual([409, code]);
    expect([await mayCorrect(id), await mayCorrect(right)]).toEqual([true, false]);
    await check(bureau.administrator, right);
  }
});

test("a file of five megabytes does not keep others waiting", async () => {
  const bureau = await makeBureau();
  const note = "说明".repeat(40);
  const large = bytesOf({
    columns: [...gridColumns, "备注"],
    rows: Array.from({ length: 17_000 }, (_, index) => [
      String(410481000000 + index),
      `第${index}村`,
      "村",
      "甲派出所",
      note,
    ]),
  });
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 10);
  const { id } = await send(bureau, bureau.administrator, "GRIDS", large);
  clearInterval(beat);
  expect(large.length).toBeGreaterThan(4_500_000);
  expect(await read(bureau.administrator, id)).toMatchObject({ totalRows: 17_000 });
  expect(longest).toBeLessThan(1_000);
});
