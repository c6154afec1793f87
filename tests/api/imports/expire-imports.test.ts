import { expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { doDaily } from "../../support/jobs.ts";
import {
  cancelDocument,
  check,
  countOf,
  deedsOf,
  everythingCreated,
  gridColumns,
  importAll,
  read,
  upload,
} from "./importing.ts";

const village = { columns: gridColumns, rows: [["QY-000001", "某企业", "企业", "甲派出所"]] };
const wrong = { columns: gridColumns, rows: [["QY-000001", "", "企业", "甲派出所"]] };

const uploadedBefore = (bureau: Bureau, id: string, days: number) =>
  bureau.sql(
    (sql) =>
      sql`update import_runs set created_at = now() - make_interval(days => ${days}) where bureau_id = ${bureau.id} and id = ${id}`,
  );

const withFiles = (bureau: Bureau) =>
  bureau.sql(async (sql) => {
    const runs = await sql<{ id: string }[]>`
      select distinct run_id as id from import_file_portions where bureau_id = ${bureau.id}`;
    return runs.map(({ id }) => id);
  });

/** The rows of the file, or of what was wrong with them, that are still shown. */
async function shown(bureau: Bureau, id: string): Promise<[preview: number, errors: number]> {
  const { import: run } = await bureau.administrator.run(
    `query ($id: ID!) { import(id: $id) { preview { row } errors { totalCount } } }`,
    { id },
  );
  return [run.preview.length, run.errors.totalCount];
}

test("uploads that nobody carried on with for a week are ended, with their files", async () => {
  const bureau = await makeBureau();
  const [unchecked, faulty, young] = [
    await upload(bureau, "GRIDS", village),
    await upload(bureau, "GRIDS", wrong),
    await upload(bureau, "GRIDS", village),
  ];
  await check(bureau.administrator, faulty);
  expect(await shown(bureau, faulty)).toEqual([1, 1]);
  for (const id of [unchecked, faulty]) await uploadedBefore(bureau, id, 8);
  await uploadedBefore(bureau, young, 6);
  await doDaily(bureau, "imports.expire");
  for (const id of [unchecked, faulty]) {
    expect(await read(bureau.administrator, id)).toMatchObject({ status: "CANCELLED" });
    expect((await deedsOf(bureau, id)).at(-1)).toBe("import.expire");
    expect(await shown(bureau, id)).toEqual([0, 0]);
  }
  expect(await read(bureau.administrator, young)).toMatchObject({ status: "UPLOADED" });
  expect(await withFiles(bureau)).toEqual([young]);
  expect(await shown(bureau, young)).toEqual([1, 0]);
  expect(await check(bureau.administrator, young, everythingCreated)).toMatchObject({ status: "CHECKED" });
});

test("a failed run of a week ago loses its file, a written one nothing, and doing it again changes nothing", async () => {
  const bureau = await makeBureau();
  const written = await importAll(bureau, "GRIDS", village);
  const failed = await upload(bureau, "GRIDS", village);
  await bureau.sql(
    (sql) => sql`update import_runs set status = 'FAILED' where bureau_id = ${bureau.id} and id = ${failed}`,
  );
  for (const id of [written.id, failed]) await uploadedBefore(bureau, id, 8);
  await doDaily(bureau, "imports.expire");
  const [before, entries] = [await read(bureau.administrator, failed), await countOf(bureau, "audit_entries")];
  expect(before).toMatchObject({ status: "FAILED" });
  expect(await withFiles(bureau)).toEqual([]);
  await doDaily(bureau, "imports.expire");
  expect(await read(bureau.administrator, failed)).toEqual(before);
  expect(await read(bureau.administrator, written.id)).toMatchObject({ status: "WRITTEN" });
  expect(await countOf(bureau, "audit_entries")).toBe(entries);
});

test("what is written or given up keeps no row of its file, and what was refused none for longer than a week", async () => {
  const bureau = await makeBureau();
  const written = await importAll(bureau, "GRIDS", village);
  const cancelled = await upload(bureau, "GRIDS", wrong);
  await check(bureau.administrator, cancelled);
  await bureau.administrator.run(cancelDocument, { input: { idempotencyKey: newKey(), id: cancelled } });
  for (const id of [written.id, cancelled]) expect(await shown(bureau, id)).toEqual([0, 0]);
  const held = {
    columns: [...gridColumns, "备注"],
    rows: [["QY-000001", "某企业", "企业", "甲派出所", "999999199001010016"]],
  };
  const refused = await upload(bureau, "GRIDS", held);
  expect(await shown(bureau, refused)).toEqual([0, 1]);
  await uploadedBefore(bureau, refused, 8);
  await doDaily(bureau, "imports.expire");
  expect(await shown(bureau, refused)).toEqual([0, 0]);
  const before = await read(bureau.administrator, refused);
  expect(before).toMatchObject({ status: "FAILED", errorCount: 1 });
  await doDaily(bureau, "imports.expire");
  expect(await read(bureau.administrator, refused)).toEqual(before);
});
