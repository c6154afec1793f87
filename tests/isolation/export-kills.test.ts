import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase } from "../support/database.ts";
import { plainDays } from "../support/plain-days.ts";
import { trustedIds } from "../support/trusted-queries.ts";
import { type Apart, serveApart } from "./support/apart.ts";
import { type Caller, layCallers } from "./support/callers.ts";
import { longest } from "./support/form.ts";
import { type Ground, layGround } from "./support/ground.ts";
import { send } from "./support/wire.ts";

const gate = 20_261_130;
const folder = mkdtempSync(join(tmpdir(), "maple-bridge-exports-"));

let applicationUrl: string;
let superuser: Sql;
let ground: Ground;
let clerk: Caller;
let server: Apart;

beforeAll(async () => {
  const database = await freshDatabase();
  applicationUrl = database.applicationUrl;
  superuser = postgres(database.superuserUrl, { max: 2, onnotice: () => {}, types: plainDays });
  ground = await layGround(superuser, "a");
  const callers = await layCallers(superuser, ground);
  clerk = callers.find(
    ({ role, place, way }) => role === "BUREAU_ADMINISTRATOR" && place === "bureau" && way === "WRITE",
  )!;
  await superuser.unsafe(`create function at_the_gate() returns trigger language plpgsql as
    $$ begin perform pg_advisory_xact_lock_shared(${gate}); return new; end $$`);
  server = await serveApart(applicationUrl, 0, folder);
}, longest);

afterAll(async () => {
  server.process.kill("SIGKILL");
  await superuser.end();
  rmSync(folder, { recursive: true });
});

async function kill() {
  const ended = once(server.process, "exit");
  server.process.kill("SIGKILL");
  await ended;
}

/** The same words would be the same file. */
async function request(title: string): Promise<string> {
  const { status, body } = await send(server.port, clerk, {
    path: "/exports/list",
    headers: { "content-type": "application/json", "x-maple-export": "1" },
    body: JSON.stringify({
      document: trustedIds().get("Members"),
      caption: "members",
      columns: [{ title, parts: ["badge"] }],
      variables: { orderBy: "BADGE", direction: "ASC" },
      format: "csv",
    }),
  });
  expect(status, body).toBe(202);
  return (JSON.parse(body) as { id: string }).id;
}

const take = (id: string) => send(server.port, clerk, { method: "GET", path: `/exports/list/${id}` });

const waiting = async () =>
  (await superuser`select from pg_locks where locktype = 'advisory' and objid = ${gate} and not granted`).length;

const stateOf = async (id: string) =>
  (await superuser<{ state: string }[]>`select state from list_exports where id = ${id}`)[0]!.state;

const deedsOf = async (id: string) =>
  (
    await superuser<{ action: string }[]>`select action from audit_entries where entity_id = ${id} order by sequence`
  ).map(({ action }) => action);

test.each([
  ["once its rows are read", "RUNNING", 0],
  ["once its file is there", "READY", 1],
])(
  "an export whose server is killed %s is given by none, and written whole by the next one",
  async (_, state, files) => {
    await superuser.unsafe(`create trigger gate before update on list_exports for each row
      when (new.state = '${state}') execute function at_the_gate()`);
    const before = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).length;
    const id = await superuser.begin(async (sql) => {
      await sql`select pg_advisory_xact_lock(${gate})`;
      const id = await request(state);
      await expect.poll(waiting, { timeout: longest, interval: 50 }).toBe(1);
      await kill();
      const left = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
      expect(left.length - before).toBe(files);
      expect(["WAITING", "RUNNING"]).toContain(await stateOf(id));
      expect(await deedsOf(id)).toEqual(["listExport.request"]);
      return id;
    });
    await superuser`drop trigger gate on list_exports`;
    server = await serveApart(applicationUrl, server.port, folder);
    await superuser`
      update maple_jobs.job set heartbeat_on = heartbeat_on - interval '15 seconds' where data ->> 'id' = ${id} and state = 'active'`;
    await expect.poll(() => stateOf(id), { timeout: longest, interval: 50 }).toBe("READY");
    const { status, body } = await take(id);
    const [{ count } = { count: 0 }] = await superuser<{ count: number }[]>`
      select count(*)::int as count from members where bureau_id = ${ground.id}`;
    expect([status, body.trim().split("\r\n").length]).toEqual([200, count + 3]);
    expect(await deedsOf(id)).toEqual(["listExport.request", "listExport.finish"]);
    expect(await superuser`select audit_chain_break(${ground.id}) as broken`).toEqual([{ broken: null }]);
  },
  longest,
);
