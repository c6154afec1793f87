import fc from "fast-check";
import {
  execute,
  type GraphQLSchema,
  isIntrospectionType,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from "graphql";
import { getVariableValues } from "graphql/execution/values.js";
import type { Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seedDemo } from "@maple-bridge/drizzle/seed";
import { type Actor, callerOf } from "@maple-bridge/server/kernel/actor";
import { connectForReads, connectForWrites } from "@maple-bridge/server/kernel/database/connect";
import { type Database, openDatabase } from "@maple-bridge/server/kernel/database/database";
import { loadIdentity } from "@maple-bridge/server/kernel/database/identity";
import { newId } from "@maple-bridge/server/kernel/ids";
import { initialsOf } from "@maple-bridge/server/kernel/pinyin";
import { argumentsOf, type Document, planOperation } from "@maple-bridge/server/kernel/read/plan";
import { sourceOf } from "@maple-bridge/server/kernel/read/compilation";
import { schemaOf } from "@maple-bridge/server/kernel/schema";
import { modules } from "@maple-bridge/server/modules";
import { freshDatabase } from "../../support/database.ts";
import { documents, type Pool } from "./documents.ts";
import { referenceResolvers, seal, useReferenceTypes } from "./reference.ts";

const now = "2026-11-22T04:00:00.000Z";
const runs = Number(process.env["MAPLE_PROPERTY_RUNS"] ?? 80);
let schema: GraphQLSchema;
let slow: GraphQLSchema;
let database: Database;
let sql: Sql;
let writes: Sql;
let actors: Actor[];
let pool: Pool;

beforeAll(async () => {
  const { applicationUrl } = await freshDatabase();
  await seedDemo({ url: applicationUrl, passwordHash: "none", newId, initialsOf, now: new Date(now), log: () => {} });
  schema = schemaOf(modules);
  slow = schemaOf(modules);
  useReferenceTypes(slow);
  database = openDatabase({ url: applicationUrl });
  writes = connectForWrites(applicationUrl, 1) as never;
  sql = connectForReads(applicationUrl, { isShort: false }) as never;
  await sql`select set_config('maple.sign_in_code', '140802', false)`;
  const [bureau] = await sql<{ id: string }[]>`select bureau_id as id from bureaus where code = '140802'`;
  for (const connection of [sql, writes]) await connection`select set_config('maple.bureau_id', ${bureau!.id}, false)`;
  actors = await Promise.all(["admin", "auditor"].map((name) => actorNamed(bureau!.id, name)));
  actors.push(...(await chiefs(bureau!.id)));
  pool = await poolOf();
});

afterAll(async () => {
  await database.close();
  await Promise.all([sql.end(), writes.end()]);
});

test("a compiled document gives what graphql-js gives from the same rows", async () => {
  const query = schema.getQueryType()!;
  const unsourced = new Set(
    Object.values(query.getFields())
      .filter((field) => !sourceOf(field))
      .map((field) => field.name),
  );
  await fc.assert(
    fc.asyncProperty(documents(schema, pool, unsourced), fc.nat(), async (generated, turn) => {
      const actor = actors[turn % actors.length]!;
      const document = documentOf(generated.text);
      for (const variables of generated.variables) {
        const compiled = await compiledAnswer(document, variables, actor);
        const walked = await walkedAnswer(generated.text, variables, actor);
        expect(compiled).toEqual(walked);
      }
    }),
    { numRuns: runs, endOnFailure: true },
  );
}, 180_000);

interface Page {
  list: {
    edges: { cursor: string; node: { id: string } }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
    totalCount: number;
  };
}

test.each([
  ["grids", "orderBy: NAME, direction: ASC"],
  ["grids", "orderBy: STATION, direction: DESC"],
  ["divisions", "orderBy: NAME, direction: DESC"],
  ["units", "orderBy: NAME, direction: ASC"],
])("cursors of %s(%s) walk the whole list forwards and backwards, each row once", async (field, order) => {
  const read = (page: string) =>
    compiledAnswer(
      documentOf(
        `{ list: ${field}(${order}, ${page}) { totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
      ),
      {},
      actors[0]!,
    ) as Promise<Page>;
  const forwards: string[] = [];
  for (let after = ""; ;) {
    const { list } = await read(`first: 17${after}`);
    forwards.push(...list.edges.map(({ node }) => node.id));
    if (!list.pageInfo.hasNextPage) break;
    after = `, after: "${list.pageInfo.endCursor}"`;
  }
  const backwards: string[] = [];
  for (let before = ""; ;) {
    const { list } = await read(`last: 23${before}`);
    backwards.unshift(...list.edges.map(({ node }) => node.id));
    if (!list.pageInfo.hasPreviousPage) break;
    before = `, before: "${list.pageInfo.startCursor}"`;
  }
  const { list } = await read("first: 1");
  expect(new Set(forwards).size).toBe(list.totalCount);
  expect(forwards).toHaveLength(list.totalCount);
  expect(backwards).toEqual(forwards);
});

interface Parsed {
  operation: OperationDefinitionNode;
  fragments: Document["fragments"];
}

function documentOf(text: string): Parsed {
  const ast = parse(text);
  expect(validate(schema, ast).map((error) => error.message)).toEqual([]);
  const operation = ast.definitions.find(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  )!;
  const fragments = Object.fromEntries(
    ast.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  return { operation, fragments };
}

async function compiledAnswer({ operation, fragments }: Parsed, variables: Record<string, unknown>, actor: Actor) {
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (coerced.errors) throw coerced.errors[0];
  const document: Document = { schema, fragments, variables: coerced.coerced };
  const caller = callerOf(actor);
  const plan = planOperation(document, operation, caller.shape);
  const environment = {
    bureauId: actor.bureauId,
    accountId: actor.accountId,
    viaId: actor.via.id,
    now,
    scope: caller.scope,
    args: argumentsOf(plan, document.variables),
    cursors: seal,
  };
  const answer = await database.read(plan.statement, environment, { heavy: plan.heavy, prepare: false });
  return JSON.parse(seal.close(answer.toString()));
}

async function walkedAnswer(text: string, variables: Record<string, unknown>, actor: Actor) {
  const resolve = referenceResolvers(slow, sql, actor, now);
  // The types that tell of a schema are those of all schemas of the process.
  for (const type of Object.values(slow.getTypeMap()))
    if ("getFields" in type && "getInterfaces" in type && !isIntrospectionType(type))
      for (const field of Object.values(type.getFields())) if ("args" in field) field.resolve = resolve;
  const { data, errors } = await execute({ schema: slow, document: parse(text), variableValues: variables });
  if (errors) throw errors[0];
  return JSON.parse(JSON.stringify(data));
}

async function actorNamed(bureauId: string, name: string): Promise<Actor> {
  const [account] = await sql<{ id: string }[]>`select id from accounts where name = ${name}`;
  return actorOf(bureauId, account!.id);
}

async function chiefs(bureauId: string): Promise<Actor[]> {
  const accounts = await sql<
    { id: string }[]
  >`select distinct account_id as id from role_grants where role = 'STATION_CHIEF'`;
  return Promise.all(accounts.map(({ id }) => actorOf(bureauId, id)));
}

async function actorOf(bureauId: string, accountId: string): Promise<Actor> {
  const identity = await loadIdentity(
    writes as never,
    { kind: "account", bureauId, accountId, via: { kind: "operator", id: accountId } },
    new Date(now),
  );
  return identity!.actor;
}

async function poolOf(): Promise<Pool> {
  const tables = ["units", "members", "grids", "assignments", "divisions"];
  const ids = (
    await Promise.all(tables.map((table) => sql<{ id: string }[]>`select id from ${sql(table)} order by id limit 12`))
  )
    .flat()
    .map(({ id }) => id);
  const texts = await sql<
    { text: string }[]
  >`(select code as text from grids limit 5) union all (select badge from members limit 5) union all (select left(name, 1) from members limit 3)`;
  return {
    ids,
    texts: [...texts.map(({ text }) => text), "zz", ""],
    days: ["2024-06-01", "2026-11-22"],
    instants: ["2024-03-01T00:00:00.000Z", "2025-09-10T08:30:00.000Z", now],
  };
}
