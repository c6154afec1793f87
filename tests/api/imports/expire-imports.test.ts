import { expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { doDaily } from "../../support/jobs.ts";
import { check, countOf, deedsOf, everythingCreated, gridColumns, importAll, read, upload } from "./importing.ts";

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

test("uploads that nobody carried on with for a week are ended, with their files", async () => {
  const bureau = await makeBureau();
  const [unchecked, faulty, young] = [
    await upload(bureau, "GRIDS", village),
    await upload(bureau, "GRIDS", wrong),
    await upload(bureau, "GRIDS", village),
  ];
  await check(bureau.administrator, faulty);
  for (const id of [unchecked, faulty]) await uploadedBefore(bureau, id, 8);
  await uploadedBefore(bureau, young, 6);
  await doDaily(bureau, "imports.expire");
  for (const id of [unchecked, faulty]) {
    expect(await read(bureau.administrator, id)).toMatchObject({ status: "CANCELLED" });
    expect((await deedsOf(bureau, id)).at(-1)).toBe("import.expire");
  }
  expect(await read(bureau.administrator, young)).toMatchObject({ status: "UPLOADED" });
  expect(await withFiles(bureau)).toEqual([young]);
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
