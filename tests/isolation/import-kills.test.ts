import { once } from "node:events";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plainDays } from "../support/plain-days.ts";
import { freshDatabase } from "../support/database.ts";
import { type Apart, serveApart } from "./support/apart.ts";
import { type Caller, layCallers } from "./support/callers.ts";
import { isLong, longest } from "./support/form.ts";
import { type Ground, layGround } from "./support/ground.ts";
import { largeFile } from "./support/shapes.ts";
import { ask, send } from "./support/wire.ts";

const rows = isLong ? 20_000 : 600;
const rounds = isLong ? 5 : 1;

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
  server = await serveApart(applicationUrl);
}, longest);

afterAll(async () => {
  server.process.kill("SIGKILL");
  await superuser.end();
});

async function kill() {
  const ended = once(server.process, "exit");
  server.process.kill("SIGKILL");
  await ended;
}

async function run<T>(query: string, variables: object): Promise<T> {
  const { body, status } = await ask(server.port, clerk, query, variables);
  const { data, errors } = JSON.parse(Buffer.from(body, "latin1").toString()) as { data?: T; errors?: unknown };
  if (!data || errors) throw new Error(`${status} ${body}`);
  return data;
}

interface Run {
  status: string;
  doneRows: number;
  version: number;
  errorCount: number;
}

const read = async (id: string) =>
  (await run<{ import: Run }>("query ($id: ID!) { import(id: $id) { status doneRows version errorCount } }", { id }))
    .import;

async function until(id: string, isSo: (run: Run) => boolean): Promise<Run> {
  let found = await read(id);
  await expect.poll(async () => isSo((found = await read(id))), { timeout: longest, interval: 50 }).toBe(true);
  return found;
}

let keys = 0;
const key = () => `import-kills-${++keys}`;

async function upload(round: string): Promise<string> {
  const answer = await send(server.port, clerk, {
    path: "/imports?kind=GRIDS",
    headers: { "content-type": "multipart/form-data; boundary=edge", "x-maple-import": "1" },
    body: largeFile(rows, round),
  });
  return (JSON.parse(answer.body) as { id: string }).id;
}

const check = (id: string) =>
  run("mutation ($input: CheckImportInput!) { checkImport(input: $input) { status } }", {
    input: { idempotencyKey: key(), id, openedOn: "2025-01-01", createStations: true },
  });

const write = (id: string, expectedVersion: number) =>
  run("mutation ($input: WriteImportInput!) { writeImport(input: $input) { status } }", {
    input: { idempotencyKey: key(), id, expectedVersion },
  });

const isOver = ({ status }: Run) => status !== "CHECKING" && status !== "WRITING";

/** The next server, for which as much time has gone by as a job may show no life for. */
async function next(id: string) {
  server = await serveApart(applicationUrl, server.port);
  await silence(id);
}

async function silence(id: string) {
  await superuser`
    update maple_jobs.job set heartbeat_on = heartbeat_on - interval '15 seconds' where data ->> 'id' = ${id} and state = 'active'`;
}

const gridsOf = async (round: string) =>
  (await superuser<{ count: number }[]>`select count(*)::int as count from grids where code like ${`${round}-%`}`)[0]!
    .count;

async function checked(id: string): Promise<number> {
  await check(id);
  const found = await until(id, isOver);
  expect(found).toMatchObject({ status: "CHECKED", errorCount: 0 });
  return found.version;
}

/** A kill may come between a file's rows and what the log tells of them: the next server carries on. */
async function toldOf(round: string) {
  expect(await gridsOf(round)).toBe(rows);
  const left = () => superuser`select from import_deeds where bureau_id = ${ground.id} limit 1`;
  await expect.poll(left, { timeout: longest, interval: 50 }).toHaveLength(0);
  const [told] = await superuser`
    select count(*)::int as entries, count(distinct entity_id)::int as grids from audit_entries
    where bureau_id = ${ground.id} and action = 'grid.create' and entity_id in (select id from grids where code like ${`${round}-%`})`;
  expect(told).toEqual({ entries: rows, grids: rows });
  expect(await superuser`select audit_chain_break(${ground.id}) as broken`).toEqual([{ broken: null }]);
}

/** What the log tells of the run itself. */
const deedsOf = async (id: string) =>
  (
    await superuser<{ action: string }[]>`select action from audit_entries where entity_id = ${id} order by sequence`
  ).map(({ action }) => action);

const each = Array.from({ length: rounds }, (_, round) => round + 1);

test.each(each)(
  "a check is carried on by the next server where one is killed in the middle of it, round %i",
  async (round) => {
    const letters = `KC${round}000`;
    const id = await upload(letters);
    await superuser.begin(async (sql) => {
      await sql`lock table divisions in access exclusive mode`;
      await check(id);
      await kill();
    });
    expect(await gridsOf(letters)).toBe(0);
    await next(id);
    const found = await until(id, isOver);
    expect(found).toMatchObject({ status: "CHECKED", errorCount: 0 });
    expect(await deedsOf(id)).toEqual(["import.upload", "import.check", "import.checked"]);
  },
  longest,
);

test.each(each)(
  "a server killed while it writes leaves none of the rows, and the next one writes all of them, each once, round %i",
  async (round) => {
    const letters = `KW${round}000`;
    const id = await upload(letters);
    const version = await checked(id);
    await superuser
      .begin(async (sql) => {
        // The last row's place is taken by somebody who has not committed yet: the rest is written, and waits.
        await sql`
        insert into grids (bureau_id, id, code, code_scheme, opened_on)
        select bureau_id, gen_random_uuid(), ${`${letters}-${String(rows - 1).padStart(8, "0")}`}, 'OWN', '2025-01-01'
        from grids where id = ${ground.stations[0].grid}`;
        await write(id, version);
        await until(id, ({ doneRows }) => doneRows > 0);
        await kill();
        throw undone;
      })
      .catch((error: unknown) => {
        if (error !== undone) throw error;
      });
    expect(await gridsOf(letters)).toBe(0);
    await next(id);
    expect((await until(id, isOver)).status).toBe("WRITTEN");
    expect((await deedsOf(id)).slice(-2)).toEqual(["import.write", "import.finish"]);
    await toldOf(letters);
  },
  longest,
);

const undone = new Error("undone");

test.each(each)(
  "a server killed once the rows are written and not all told of is carried on from by the next, round %i",
  async (round) => {
    const letters = `KD${round}000`;
    const id = await upload(letters);
    await write(id, await checked(id));
    await until(id, isOver);
    await kill();
    await next(id);
    expect((await read(id)).status).toBe("WRITTEN");
    await toldOf(letters);
  },
  longest,
);

test.each(each)(
  "of two servers the other one carries on where the one that was asked is killed in the middle, round %i",
  async (round) => {
    const letters = `KT${round}000`;
    const id = await upload(letters);
    const version = await checked(id);
    const other = await serveApart(applicationUrl);
    try {
      await superuser.begin(async (sql) => {
        await sql`lock table divisions in access exclusive mode`;
        await write(id, version);
        await kill();
        await silence(id);
      });
      server = { ...server, port: other.port };
      expect((await until(id, isOver)).status).toBe("WRITTEN");
      await toldOf(letters);
    } finally {
      server = other;
    }
  },
  longest,
);
