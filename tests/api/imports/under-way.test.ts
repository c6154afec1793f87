import { buildApp } from "@maple-bridge/server";
import { expect, test } from "vitest";
import { type Bureau, makeBureau, theServer } from "../../support/bureau.ts";
import { clientOf, newKey } from "../../support/client.ts";
import {
  cancelDocument,
  check,
  checkDocument,
  deedsOf,
  ended,
  gridColumns,
  mapDocument,
  read,
  type Run,
  upload,
  whileChecksWait,
  write,
} from "./importing.ts";

const village = { columns: gridColumns, rows: [["QY-000001", "某企业", "企业", "甲派出所"]] };
const options = { openedOn: "2024-01-01", createStations: true };

const start = async (client: Bureau["administrator"], id: string) =>
  (
    await client.run<{ checkImport: Run }>(checkDocument, {
      input: { idempotencyKey: newKey(), id, ...options },
    })
  ).checkImport;

test("a check answers at once and goes on by itself; meanwhile nothing else begins", async () => {
  const bureau = await makeBureau();
  const id = await upload(bureau, "GRIDS", village);
  await whileChecksWait(async () => {
    const run = await start(bureau.administrator, id);
    expect(run).toMatchObject({ status: "CHECKING", errorCount: 0, summary: { gridsCreated: 0 } });
    const under = { code: "CONFLICT", fields: [{ code: "IMPORT_STATE", params: { status: "CHECKING" } }] };
    const input = { idempotencyKey: newKey(), id };
    expect(await bureau.administrator.refused(checkDocument, { input })).toMatchObject(under);
    const mapping = { ...input, idempotencyKey: newKey(), expectedVersion: run.version, mapping: [] };
    expect(await bureau.administrator.refused(mapDocument, { input: mapping })).toMatchObject(under);
  });
  expect(await ended(bureau.administrator, id)).toMatchObject({ status: "CHECKED", summary: { gridsCreated: 1 } });
  expect(await deedsOf(bureau, id)).toEqual(["import.upload", "import.check", "import.checked"]);
});

test("a check that is cancelled leaves nothing but that", async () => {
  const bureau = await makeBureau();
  const id = await upload(bureau, "GRIDS", village);
  await whileChecksWait(async () => {
    await start(bureau.administrator, id);
    await bureau.administrator.run(cancelDocument, { input: { idempotencyKey: newKey(), id } });
  });
  const other = await upload(bureau, "GRIDS", village);
  expect(await check(bureau.administrator, other, options)).toMatchObject({ status: "CHECKED" });
  expect(await read(bureau.administrator, id)).toMatchObject({ status: "CANCELLED", summary: { gridsCreated: 0 } });
  expect(await deedsOf(bureau, id)).toEqual(["import.upload", "import.check", "import.cancel"]);
});

test("a server that stops while it checks leaves the check to another one", async () => {
  const { applicationUrl } = await theServer();
  const app = await buildApp({ databaseUrl: applicationUrl, trusted: "any" });
  const bureau = await makeBureau();
  const id = await upload(bureau, "GRIDS", village);
  let closed: Promise<void> | undefined;
  await whileChecksWait(async () => {
    await start({ ...bureau.administrator, ...clientOf(app, bureau.administrator.headers) }, id);
    closed = app.close();
  });
  await closed;
  const run = await ended(bureau.administrator, id);
  expect(run).toMatchObject({ status: "CHECKED", errorCount: 0 });
  expect(await write(bureau.administrator, run)).toMatchObject({ status: "WRITTEN" });
  expect(await deedsOf(bureau, id)).toEqual([
    ...["import.upload", "import.check", "import.checked", "import.write", "import.finish"],
  ]);
});

test("a bureau has no more checks and writings under way than its share", async () => {
  const bureau = await makeBureau();
  const ids: string[] = [];
  while (ids.length < 9) ids.push(await upload(bureau, "GRIDS", village));
  await whileChecksWait(async () => {
    for (const id of ids.slice(0, 8)) await start(bureau.administrator, id);
    const input = { idempotencyKey: newKey(), id: ids[8], ...options };
    expect(await bureau.administrator.refused(checkDocument, { input })).toMatchObject({
      code: "UNAVAILABLE",
      detail: "FILES_BUSY",
    });
  });
  for (const id of ids.slice(0, 8))
    expect(await ended(bureau.administrator, id)).toMatchObject({ status: "CHECKED", errorCount: 0 });
});

test("a file that no longer fits what is known of it is wrong as a whole", async () => {
  const bureau = await makeBureau();
  const id = await upload(bureau, "GRIDS", village);
  await bureau.sql((sql) => sql`update import_runs set mapping = '{"9": "code"}' where bureau_id = ${bureau.id}`);
  const run = await check(bureau.administrator, id, options);
  expect(run).toMatchObject({ status: "CHECKED", errorCount: 1, summary: { gridsCreated: 0 } });
  expect(run.errors.nodes).toMatchObject([{ row: 0, code: "MAPPING_INVALID" }]);
});
