import { type App, buildApp } from "@maple-bridge/server";
import { inBureau } from "@maple-bridge/server/kernel/database/in-bureau";
import { createBureau } from "@maple-bridge/server/operator/create-bureau";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { theServer } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { freshDatabase, type TestDatabase } from "../../support/database.ts";

/** A server on a database of its own, whose statements fail as they are told to. */
let database: TestDatabase;
let app: App;
let superuser: postgres.Sql;
let made: Awaited<ReturnType<typeof createBureau>>;
let cookie: string;

beforeAll(async () => {
  const { app: running } = await theServer();
  database = await freshDatabase();
  superuser = postgres(database.superuserUrl, { max: 2, onnotice: () => {} });
  app = await buildApp({ databaseUrl: database.applicationUrl, schema: running.schema, trusted: "any" });
  made = await createBureau(app.database, { code: "410481", name: "舞钢市公安局" });
  cookie = await signIn();
});
afterAll(() => Promise.all([app.close(), superuser.end()]));

const post = (query: string, variables = {}) =>
  app.fastify.inject({
    method: "POST",
    url: "/graphql",
    headers: { cookie: cookie ?? "" },
    payload: { query, variables },
  });

async function signIn() {
  const query = "mutation ($input: SignInInput!) { signIn(input: $input) { id } }";
  const input = { name: made.signInName, password: made.firstPassword };
  const answer = await post(query, { input });
  const session = String(answer.headers["set-cookie"]).split(";")[0]!;
  await superuser`update accounts set must_change_password = false`;
  return session;
}

const createUnit = "mutation Make($input: CreateUnitInput!) { createUnit(input: $input) { id } }";
const unitNamed = (name: string) => ({
  input: { parentId: made.rootUnitId, kind: "PARTNER", name, idempotencyKey: newKey() },
});
const unitsNamed = (name: string) =>
  inBureau(app.database, made.bureauId, (sql) => sql`select id from units where name = ${name}`);

describe("a database that fails", () => {
  it.each([
    ["08006", "a connection lost", undefined],
    ["53100", "a full disk", "STORAGE_FULL"],
    ["53200", "no memory", undefined],
    ["53300", "too many connections", undefined],
    ["57P01", "a shutdown", undefined],
    ["57P03", "a start", undefined],
    ["58030", "a disk's error", undefined],
    ["25006", "a server that only reads", undefined],
    ["40001", "a race", undefined],
    ["55P03", "a lock", undefined],
  ])("by %s, %s, is told as unavailable, and nothing was written", async (state, _what, detail) => {
    const variables = unitNamed(`局${state}`);
    const { statusCode, headers, body } = await failingWith(state, () => post(createUnit, variables));
    expect([statusCode, headers["retry-after"]]).toEqual([503, "1"]);
    const { extensions, message } = JSON.parse(body).errors[0];
    expect(extensions).toMatchObject({ code: "UNAVAILABLE", detail: detail ?? "OUTCOME_UNKNOWN" });
    expect(message).toMatch(/[\u4e00-\u9fff]/);
    expect(await unitsNamed(`局${state}`)).toEqual([]);
    expect((await post(createUnit, variables)).json().errors).toBeUndefined();
    expect(await unitsNamed(`局${state}`)).toHaveLength(1);
  });

  it("by a fault of ours is told as one of ours", async () => {
    const { statusCode, body } = await failingWith("XX000", () => post(createUnit, unitNamed("内部")));
    expect([statusCode, JSON.parse(body).errors[0].extensions.code]).toEqual([200, "INTERNAL"]);
  });

  it("while a command is under way, leaves it to be repeated under its key", async () => {
    const variables = unitNamed("失联局");
    const answer = await superuser.begin(async (sql) => {
      await sql`lock table units in share mode`;
      const answer = post(createUnit, variables);
      await vi.waitFor(
        async () => {
          const ended = await superuser`select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and application_name = 'maple-bridge commands'`;
          expect(ended).toHaveLength(1);
        },
        { timeout: 10_000 },
      );
      return answer;
    });
    expect(answer.statusCode).toBe(503);
    expect(answer.json().errors[0].extensions).toMatchObject({ code: "UNAVAILABLE", detail: "OUTCOME_UNKNOWN" });
    expect((await post(createUnit, variables)).json().errors).toBeUndefined();
    expect(await unitsNamed("失联局")).toHaveLength(1);
  });
});

describe("a database that nobody can reach", () => {
  it("is told as unavailable to all, known or not, and served from again when it is back", async () => {
    const name = new URL(database.applicationUrl).pathname.slice(1);
    const admin = postgres(database.superuserUrl, { database: "postgres", max: 1, onnotice: () => {} });
    await admin`alter database ${admin(name)} with allow_connections false`;
    await admin`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = ${name} and pid <> pg_backend_pid()`;
    for (let time = 0; time < 12; time++) {
      const [read, stranger] = await Promise.all([
        post("{ bureau { id } }"),
        app.fastify.inject({
          method: "POST",
          url: "/graphql",
          headers: { cookie: `${cookie.slice(0, -1)}A` },
          payload: { query: "{ bureau { id } }" },
        }),
      ]);
      for (const answer of [read, stranger])
        expect([answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([503, "UNAVAILABLE"]);
    }
    expect((await app.fastify.inject("/readyz")).statusCode).toBe(503);
    await admin`alter database ${admin(name)} with allow_connections true`;
    await vi.waitFor(async () => expect((await post("{ bureau { id } }")).statusCode).toBe(200), { timeout: 15_000 });
    await vi.waitFor(async () => expect((await app.fastify.inject("/readyz")).statusCode).toBe(200), {
      timeout: 15_000,
    });
    await admin.end();
  });
});

/** While each unit that is written fails with this state. */
async function failingWith<T>(state: string, work: () => Promise<T>): Promise<T> {
  await superuser.unsafe(`
    create function fail_now() returns trigger language plpgsql as $$
      begin raise exception 'told to' using errcode = '${state}'; end $$;
    create trigger fail_now before insert on units for each row execute function fail_now()`);
  try {
    return await work();
  } finally {
    await superuser`drop function fail_now cascade`;
  }
}
