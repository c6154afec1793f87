import { type App, buildApp } from "@maple-bridge/server";
import { newId } from "@maple-bridge/server/kernel/ids";
import { readTrustedDocuments, textOfScreens } from "@maple-bridge/server/face/trusted-documents";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeBureau, theServer } from "../../support/bureau.ts";

const token = "a token of twenty letters or more";
let app: App;

beforeAll(async () => {
  const { applicationUrl, app: running } = await theServer();
  const trusted = readTrustedDocuments();
  app = await buildApp({ databaseUrl: applicationUrl, schema: running.schema, trusted, metricsToken: token });
  await app.fastify.ready();
});
afterAll(() => app.close());

const asked = (headers: Record<string, string>, of = app) =>
  of.fastify.inject({ url: "/metrics", headers, remoteAddress: "10.1.2.3" });

interface Parsed {
  types: Map<string, string>;
  samples: { name: string; labels: Record<string, string>; value: number }[];
}

/** Line by line, as the format has it; anything else is refused. */
function parse(text: string): Parsed {
  expect(text.endsWith("\n")).toBe(true);
  const parsed: Parsed = { types: new Map(), samples: [] };
  for (const line of text.trimEnd().split("\n")) {
    const type = /^# TYPE ([a-z_][a-z0-9_]*) (counter|gauge|histogram)$/.exec(line);
    if (type) parsed.types.set(type[1]!, type[2]!);
    if (line.startsWith("#")) {
      expect(line).toMatch(/^# (TYPE|HELP) [a-z_][a-z0-9_]* \S/);
      continue;
    }
    const sample = /^([a-z_][a-z0-9_]*)(?:\{((?:[a-z_]+="(?:[^"\\\n]|\\[\\"n])*",?)+)\})? (\S+)$/.exec(line);
    expect(sample, line).not.toBeNull();
    const labels = Object.fromEntries(
      [...(sample![2] ?? "").matchAll(/([a-z_]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
    );
    const value = Number(sample![3]);
    expect(value, line).not.toBeNaN();
    parsed.samples.push({ name: sample![1]!, labels, value });
  }
  return parsed;
}

const read = async () => parse((await asked({ authorization: `Bearer ${token}` })).body);

test("requests are counted by the screens' operations, whatever else is sent is one, and each metric has its type", async () => {
  const send = (payload: object) =>
    app.fastify.inject({ method: "POST", url: "/graphql", payload, headers: { "content-type": "application/json" } });
  await send({ query: textOfScreens("Viewer"), operationName: "Viewer" });
  for (let number = 0; number < 50; number++) {
    await send({ query: `query Made${number} { viewer { name } }` });
    await app.fastify.inject({ url: `/made/${number}` });
  }
  const { types, samples } = await read();
  const operations = new Set(samples.flatMap(({ labels }) => labels["operation"] ?? []));
  expect([...operations].filter((name) => /made/i.test(name))).toEqual([]);
  expect(operations).toContain("Viewer");
  expect(operations).toContain("other");
  for (const { name } of samples)
    expect(types.has(name) || types.has(name.replace(/_(bucket|sum|count)$/, "")), name).toBe(true);
  const named = new Set(samples.map(({ name }) => name));
  for (const name of [
    "maple_requests_total",
    "maple_event_streams",
    "maple_database_up",
    "maple_database_connections",
    "maple_reads_waiting",
    "maple_audit_chains_broken",
    "maple_outbox_rows",
    "process_cpu_seconds_total",
    "process_resident_memory_bytes",
  ])
    expect(named, name).toContain(name);
});

test("the buckets of a duration grow to its count, and their sum is there", async () => {
  const { samples } = await read();
  const of = (suffix: string) =>
    samples.filter(({ name, labels }) => name === `maple_request_seconds_${suffix}` && labels["operation"] === "other");
  const values = of("bucket").map(({ value }) => value);
  expect(values).toEqual(values.toSorted((a, b) => a - b));
  expect(of("bucket").at(-1)).toMatchObject({ labels: { le: "+Inf" }, value: of("count")[0]!.value });
  expect(of("sum")[0]!.value).toBeGreaterThan(0);
});

test("jobs are told by name and state", async () => {
  const { samples } = await read();
  const jobs = samples.filter(({ name }) => name === "maple_jobs");
  for (const { labels } of jobs) expect(Object.keys(labels)).toEqual(["job", "state"]);
});

test("of the outbox it is told how far back it reaches and about how many rows it has, by the first row of each bureau's key", async () => {
  const older = await makeBureau();
  await older.sql(
    (sql) => sql`
      insert into outbox_events (bureau_id, id, at, type, entity_type, entity_id)
      values (${older.id}, ${newId(0)}, '2001-02-03T00:00:00Z', 'grid.create', 'Grid', ${newId()})`,
  );
  const { samples } = await read();
  const valueOf = (name: string) => samples.find((sample) => sample.name === name)!.value;
  const since = (Date.now() - Date.parse("2001-02-03T00:00:00Z")) / 1000;
  expect(Math.abs(valueOf("maple_outbox_reaches_back_seconds") - since)).toBeLessThan(600);
  expect(valueOf("maple_outbox_rows")).toBeGreaterThanOrEqual(0);
});

test("to whoever has not the token there is no such address; without one it is open to this machine alone, and to no proxy on it", async () => {
  expect((await asked({})).statusCode).toBe(404);
  expect((await asked({ authorization: "Bearer another token of that length" })).statusCode).toBe(404);
  const { app: open } = await theServer();
  const local = (headers: Record<string, string>) => open.fastify.inject({ url: "/metrics", headers });
  expect((await local({})).statusCode).toBe(200);
  expect((await local({ "x-forwarded-for": "10.1.2.3" })).statusCode).toBe(404);
  expect((await asked({}, open)).statusCode).toBe(404);
});
