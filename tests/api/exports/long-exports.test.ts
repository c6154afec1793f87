import { type App, buildApp } from "@maple-bridge/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bureau, clock, makeBureau, now, theServer } from "../../support/bureau.ts";
import { clientOf, newKey } from "../../support/client.ts";
import { testFiles } from "../../support/files.ts";
import { doDaily } from "../../support/jobs.ts";
import { trustedIds } from "../../support/trusted-queries.ts";
import { makeMember, makeStation } from "../grids/ground.ts";

let app: App;
beforeAll(async () => {
  const { applicationUrl } = await theServer();
  app = await buildApp({
    databaseUrl: applicationUrl,
    files: await testFiles,
    trusted: "any",
    mostExportedAtOnce: 2,
    now,
  });
});
afterAll(async () => {
  clock.at = null;
  await app.close();
});

const lines = "{ listExports { nodes { id state totalRows doneRows bytes fault expiresAt viewerMay } } }";
const cancel = "mutation ($input: CancelListExportInput!) { cancelListExport(input: $input) { state } }";

async function layMembers() {
  const bureau = await makeBureau();
  const station = await makeStation(bureau);
  for (const badge of ["A1", "A2", "A3"]) await makeMember(bureau, station, { badge });
  return { bureau, station };
}

const ask = (headers: object, variables: object = {}) =>
  app.fastify.inject({
    method: "POST",
    url: "/exports/list",
    headers: { ...headers, "x-maple-export": "1", "content-type": "application/json" },
    payload: JSON.stringify({
      document: trustedIds().get("Members"),
      caption: "人员",
      columns: [{ title: "警号", parts: ["badge"] }],
      variables: { orderBy: "BADGE", direction: "DESC", ...variables },
      said: "筛选：类别：民警",
      format: "csv",
    }),
  });

const take = (headers: object, id: string) =>
  app.fastify.inject({ method: "GET", url: `/exports/list/${id}`, headers: { ...headers } });

async function ready({ administrator }: Bureau) {
  const client = clientOf(app, administrator.headers);
  const line = async () => (await client.run(lines)).listExports.nodes[0];
  await expect.poll(async () => (await line()).state, { timeout: 15_000, interval: 50 }).toBe("READY");
  return line();
}

test("a long list is written by a job, had by who asked for it alone, and each step is on record", async () => {
  const { bureau, station } = await layMembers();
  const { headers } = bureau.administrator;
  const response = await ask(headers);
  expect(response.statusCode).toBe(202);
  const { id } = response.json<{ id: string }>();
  expect(await ready(bureau)).toMatchObject({ id, totalRows: 3, doneRows: 3, fault: null, viewerMay: [] });
  const file = await take(headers, id);
  expect(file.statusCode).toBe(200);
  const written = file.payload.trim().split("\r\n");
  expect(written.slice(1, -1)).toEqual(["1,A3", "2,A2", "3,A1", "筛选：类别：民警,", "合计：3 行,"]);
  expect(written.at(-1)).toContain("制表人：");
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: station });
  expect((await take(chief.headers, id)).statusCode).toBe(404);
  expect((await clientOf(app, chief.headers).run(lines)).listExports.nodes).toEqual([]);
  const actions = await bureau.sql(
    (sql) => sql<{ action: string; after: object }[]>`
      select action, after from audit_entries where bureau_id = ${bureau.id} and entity_id = ${id} order by sequence`,
  );
  expect(actions).toMatchObject([
    { action: "listExport.request", after: { rows: 3 } },
    { action: "listExport.finish", after: { rows: 3, format: "csv" } },
  ]);
});

test("what is few enough is had at once, whatever the bound", async () => {
  const { bureau } = await layMembers();
  const response = await ask(bureau.administrator.headers, { filter: { search: "A1" } });
  expect([response.statusCode, response.headers["x-maple-rows"]]).toEqual([200, "1"]);
});

test("an export that is over its time loses its file and keeps its row", async () => {
  const { bureau } = await layMembers();
  const { headers } = bureau.administrator;
  const { id } = (await ask(headers)).json<{ id: string }>();
  const { expiresAt } = await ready(bureau);
  clock.at = new Date(Date.parse(expiresAt) + 1_000);
  await bureau.sql(
    (sql) =>
      sql`update sessions set expires_at = '2099-01-01', last_seen_at = ${clock.at} where bureau_id = ${bureau.id}`,
  );
  await doDaily({ app, id: bureau.id }, "exporting.expireListExports");
  const [row] = await bureau.sql(
    (sql) => sql`select state, digest, total_rows from list_exports where bureau_id = ${bureau.id} and id = ${id}`,
  );
  expect(row).toMatchObject({ state: "EXPIRED", digest: null });
  clock.at = null;
  expect((await take(headers, id)).statusCode).toBe(404);
});

test("an export is cancelled once, by its owner or an administrator, and its job leaves it so", async () => {
  const { bureau } = await layMembers();
  const { headers } = bureau.administrator;
  const { id } = (await ask(headers)).json<{ id: string }>();
  await ready(bureau);
  await bureau.sql(
    (sql) =>
      sql`update list_exports set state = 'RUNNING', finished_at = null where bureau_id = ${bureau.id} and id = ${id}`,
  );
  const client = clientOf(app, headers);
  const input = { id, idempotencyKey: newKey() };
  expect((await client.run(cancel, { input })).cancelListExport).toEqual({ state: "CANCELLED" });
  expect((await client.refused(cancel, { input: { id, idempotencyKey: newKey() } })).fields).toMatchObject([
    { code: "EXPORT_OVER" },
  ]);
  await doDaily({ app, id: bureau.id }, "exporting.expireListExports");
  const [row] = await bureau.sql(
    (sql) => sql`select state, digest from list_exports where bureau_id = ${bureau.id} and id = ${id}`,
  );
  expect(row).toEqual({ state: "CANCELLED", digest: null });
});

test("a bureau has no more under way than its share, and is told so", async () => {
  const { bureau } = await layMembers();
  const { accountId, headers } = bureau.administrator;
  await bureau.sql(
    (sql) => sql`
      insert into list_exports (bureau_id, id, account_id, state, caption, format, locale, document, asked, total_rows)
      select ${bureau.id}, gen_random_uuid(), ${accountId}, 'WAITING', '示例', 'csv', 'zh-CN', '{ bureau { name } }', '{}', 1 from generate_series(1, 12)`,
  );
  const refused = await ask(headers);
  expect(refused.statusCode).toBe(503);
  expect(refused.payload).toContain("上限");
});
