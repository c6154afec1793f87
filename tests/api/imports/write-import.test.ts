import { buildApp } from "@maple-bridge/server";
import { newId } from "@maple-bridge/server/kernel/ids";
import { expect, test } from "vitest";
import { type Bureau, makeBureau, theServer } from "../../support/bureau.ts";
import { clientOf, newKey } from "../../support/client.ts";
import { doDaily } from "../../support/jobs.ts";
import {
  cancelDocument,
  check,
  checkDocument,
  countOf,
  deedsOf,
  ended,
  errorsOf,
  everythingCreated,
  gridColumns,
  importAll,
  memberColumns,
  progressOf,
  read,
  recorded,
  type Run,
  type Sheet,
  start,
  upload,
  villages,
  write,
  writeDocument,
} from "./importing.ts";

const officers: Sheet = {
  columns: memberColumns,
  rows: Array.from({ length: 600 }, (_, index) => [
    `J${1000 + index}`,
    `警员${index}`,
    "民警",
    "甲派出所",
    "",
    "",
    "",
    "",
  ]),
};

const cancel = (bureau: Bureau, id: string) =>
  bureau.administrator.run(cancelDocument, { input: { idempotencyKey: newKey(), id } });

/** Officers are being written while another transaction holds the last one's badge: part is written, the rest waits. */
async function stuck(meanwhile: (bureau: Bureau, run: Run) => Promise<void>, insert: "keep" | "undo" = "undo") {
  const bureau = await makeBureau();
  await importAll(bureau, "GRIDS", { columns: gridColumns, rows: [["QY-000001", "某企业", "企业", "甲派出所"]] });
  const checked = await check(bureau.administrator, await upload(bureau, "MEMBERS", officers));
  const undone = new Error("undone");
  await bureau
    .sql(async (sql) => {
      await sql`
        with made as (
          insert into members (bureau_id, id, kind, badge, name, name_initials)
          values (${bureau.id}, gen_random_uuid(), 'OFFICER', 'J1599', '抢先', 'qx') returning id
        )
        insert into member_units (bureau_id, member_id, starts_on, unit_id)
        select u.bureau_id, made.id, '-infinity', u.id from made, units u where u.bureau_id = ${bureau.id} and u.kind = 'STATION'`;
      await start(bureau, checked);
      const run = await progressOf(bureau, checked.id);
      expect(run).toMatchObject({ status: "WRITING" });
      expect(run.doneRows).toBeGreaterThan(0);
      await meanwhile(bureau, run);
      if (insert === "undo") throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return { bureau, run: await ended(bureau.administrator, checked.id) };
}

test("an import is written whole, with an audit row for each row and one for itself", async () => {
  const bureau = await makeBureau();
  const run = await importAll(bureau, "GRIDS", villages);
  expect(run).toMatchObject({ status: "WRITTEN", doneRows: 300, summary: { gridsCreated: 300, stationsCreated: 1 } });
  expect(await countOf(bureau, "grids")).toBe(300);
  expect(await deedsOf(bureau, run.id)).toEqual([
    "import.upload",
    "import.check",
    "import.checked",
    "import.write",
    "import.finish",
  ]);
  expect(await countOf(bureau, "import_file_portions")).toBe(0);
});

test("the same key starts one writing", async () => {
  const bureau = await makeBureau();
  const { id, version } = await check(bureau.administrator, await upload(bureau, "GRIDS", villages));
  const variables = { input: { idempotencyKey: newKey(), id, expectedVersion: version } };
  await Promise.all([
    bureau.administrator.run(writeDocument, variables),
    bureau.administrator.run(writeDocument, variables),
  ]);
  expect(await ended(bureau.administrator, id)).toMatchObject({ status: "WRITTEN" });
  await bureau.administrator.run(writeDocument, variables);
  expect(await countOf(bureau, "grids")).toBe(300);
  const again = await bureau.administrator.refused(writeDocument, {
    input: { ...variables.input, idempotencyKey: newKey(), expectedVersion: version + 2 },
  });
  expect(again).toMatchObject({ code: "CONFLICT", fields: [{ code: "IMPORT_STATE", params: { status: "WRITTEN" } }] });
});

test("what was not checked, has errors or was checked anew since is refused", async () => {
  const bureau = await makeBureau();
  const id = await upload(bureau, "GRIDS", villages);
  const refused = async (expectedVersion: number) =>
    (await bureau.administrator.refused(writeDocument, { input: { idempotencyKey: newKey(), id, expectedVersion } }))
      .fields[0]!.code;
  expect(await refused(1)).toBe("IMPORT_STATE");
  await check(bureau.administrator, id, {});
  expect(await refused(3)).toBe("IMPORT_HAS_ERRORS");
  await check(bureau.administrator, id);
  expect(await refused(3)).toBe("VERSION_MOVED");
});

test("rows that no longer fit by the time of writing are named, and nothing is written", async () => {
  const bureau = await makeBureau();
  await importAll(bureau, "GRIDS", villages);
  const [member, other] = await Promise.all(
    [1, 2].map(async (number) =>
      check(
        bureau.administrator,
        await upload(bureau, "MEMBERS", {
          columns: memberColumns,
          rows: [[`J${number}`, `警员${number}`, "民警", "甲派出所", "", "410481100200", "责任民警", ""]],
        }),
      ),
    ),
  );
  expect(await write(bureau.administrator, member!)).toMatchObject({ status: "WRITTEN" });
  const moved = await write(bureau.administrator, other!);
  expect(moved).toMatchObject({ status: "CHECKED", doneRows: 0 });
  expect(errorsOf(moved)).toEqual([[2, "网格编码", "410481100200", "ROW_SEAT_TAKEN"]]);
  expect(moved.errors.nodes[0]!.params).toMatchObject({ member: "警员1", badge: "J1" });
  expect(await countOf(bureau, "members")).toBe(1);
});

test("a collision in the middle of writing leaves nothing of it", async () => {
  const { bureau, run } = await stuck(async () => {}, "keep");
  expect(run).toMatchObject({ status: "CHECKED", doneRows: 0 });
  expect(errorsOf(run)).toEqual([[601, "警号", "J1599", "ROW_BADGE_TAKEN"]]);
  expect(await countOf(bureau, "members")).toBe(1);
});

test("an import that is cancelled while it is written leaves nothing", async () => {
  const { bureau, run } = await stuck(async (bureau, { id }) => void (await cancel(bureau, id)));
  expect(run).toMatchObject({ status: "CANCELLED" });
  expect(await countOf(bureau, "members")).toBe(0);
  expect((await deedsOf(bureau, run.id)).slice(-2)).toEqual(["import.write", "import.cancel"]);
  expect(
    await bureau.administrator.refused(cancelDocument, { input: { idempotencyKey: newKey(), id: run.id } }),
  ).toMatchObject({ code: "CONFLICT", fields: [{ code: "IMPORT_STATE" }] });
});

test("a server that stops while it writes leaves the writing to another one, which writes it whole", async () => {
  const { applicationUrl } = await theServer();
  const app = await buildApp({ databaseUrl: applicationUrl, trusted: "any" });
  const bureau = await makeBureau();
  await importAll(bureau, "GRIDS", { columns: gridColumns, rows: [["QY-000001", "某企业", "企业", "甲派出所"]] });
  const checked = await check(bureau.administrator, await upload(bureau, "MEMBERS", officers));
  const elsewhere = clientOf(app, bureau.administrator.headers);
  let closed: Promise<void> | undefined;
  await bureau.sql(async (sql) => {
    await sql`select 1 from units where bureau_id = ${bureau.id} for update`;
    await elsewhere.run(writeDocument, {
      input: { idempotencyKey: newKey(), id: checked.id, expectedVersion: checked.version },
    });
    closed = app.close();
  });
  await closed;
  expect(await ended(bureau.administrator, checked.id)).toMatchObject({ status: "WRITTEN", doneRows: 600 });
  expect(await countOf(bureau, "members")).toBe(600);
  expect((await deedsOf(bureau, checked.id)).slice(-2)).toEqual(["import.write", "import.finish"]);
});

test("audit rows for which no job is left are told within a day, each once", async () => {
  const bureau = await makeBureau();
  const { id } = await importAll(bureau, "GRIDS", villages);
  await recorded(bureau);
  const before = await countOf(bureau, "audit_entries");
  const left = Array.from({ length: 3 }, (_, position) => ({
    bureauId: bureau.id,
    runId: id,
    position,
    list: "createdMembers",
    fileName: "导入.csv",
    at: new Date(),
  }));
  const member = { id: newId(), badge: "J1", name: "警员", phone: "13900000000" };
  const by = { accountId: bureau.administrator.accountId, actorName: "测试账号", requestId: "request" };
  await bureau.sql(async (sql) => {
    for (const portion of left)
      await sql`insert into import_deeds ${sql({ ...portion, rows: sql.json([member, member]), by: sql.json(by) })}`;
  });
  await doDaily(bureau, "imports.expire");
  expect(await countOf(bureau, "import_deeds")).toBe(0);
  expect((await countOf(bureau, "audit_entries")) - before).toBe(6);
  expect(await deedsOf(bureau, member.id)).toEqual(Array(6).fill("member.create"));
  expect(await bureau.administrator.run(`{ auditChain { brokenAt } }`)).toEqual({ auditChain: { brokenAt: null } });
});

test.each(["CHECKING", "WRITING"])(
  "a run that is %s and has told nothing for a day fails, and may be begun anew",
  async (status) => {
    const bureau = await makeBureau();
    const { id } = await check(bureau.administrator, await upload(bureau, "GRIDS", villages));
    await bureau.sql(
      (sql) =>
        sql`update import_runs set status = ${status}, active_at = now() - interval '25 hours' where bureau_id = ${bureau.id}`,
    );
    await doDaily(bureau, "imports.expire");
    expect(await read(bureau.administrator, id)).toMatchObject({ status: "FAILED" });
    expect(await check(bureau.administrator, id, everythingCreated)).toMatchObject({ status: "CHECKED" });
  },
);

test("an import of another bureau can be neither written nor cancelled", async () => {
  const [bureau, other] = [await makeBureau(), await makeBureau()];
  const { id, version } = await check(bureau.administrator, await upload(bureau, "GRIDS", villages));
  expect(
    await other.administrator.refused(writeDocument, {
      input: { idempotencyKey: newKey(), id, expectedVersion: version },
    }),
  ).toMatchObject({ code: "NOT_FOUND" });
  expect(await other.administrator.refused(cancelDocument, { input: { idempotencyKey: newKey(), id } })).toMatchObject({
    code: "NOT_FOUND",
  });
  await cancel(bureau, id);
  expect(await bureau.administrator.refused(checkDocument, { input: { idempotencyKey: newKey(), id } })).toMatchObject({
    fields: [{ code: "IMPORT_STATE" }],
  });
});
