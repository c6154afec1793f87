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
import { expect } from "vitest";
import { refreshStatistics } from "@maple-bridge/drizzle/statistics";
import { seedDemo } from "@maple-bridge/drizzle/seed";
import { demoMeans } from "@maple-bridge/server/face/demo-means";
import { type Actor, callerOf } from "@maple-bridge/server/kernel/actor";
import { connectForReads, connectForWrites } from "@maple-bridge/server/kernel/database/connect";
import { openDatabase } from "@maple-bridge/server/kernel/database/database";
import { loadIdentity } from "@maple-bridge/server/kernel/database/identity";
import { argumentsOf, type Document, planOperation } from "@maple-bridge/server/kernel/read/plan";
import { type Module, schemaOf } from "@maple-bridge/server/kernel/schema";
import { copyOf, filledOnce } from "../../support/database.ts";
import type { Pool } from "./documents.ts";
import { nothingRead } from "./reference-read.ts";
import { referenceResolvers, seal, useReferenceTypes } from "./reference.ts";

export const now = "2026-11-22T04:00:00.000Z";

export interface Parsed {
  operation: OperationDefinitionNode;
  fragments: Document["fragments"];
}

export type Comparison = Awaited<ReturnType<typeof compare>>;

const demoBureau = () =>
  filledOnce("demo_bureau", async ({ applicationUrl, ownerUrl }) => {
    await seedDemo({
      open: async () => applicationUrl,
      passwordHash: "none",
      only: ["140802"],
      withoutFigures: true,
      ...demoMeans,
      photos: [],
      keepPhotos: async () => {},
      now: new Date(now),
      log: () => {},
    });
    await refreshStatistics(ownerUrl);
    return true;
  });

/** The modules' schema over a demo bureau, read by the compiler and walked by graphql-js. */
export async function compare(modules: readonly Module[]) {
  const { applicationUrl } = await copyOf((await demoBureau()).database);
  const schema = schemaOf(modules);
  const slow = schemaOf(modules);
  useReferenceTypes(slow);
  const database = openDatabase({ url: applicationUrl });
  const writes = connectForWrites(applicationUrl, 1) as never as Sql;
  const sql = connectForReads(applicationUrl, { isShort: false }) as never as Sql;
  const read = nothingRead(sql);
  await sql`select set_config('maple.sign_in_code', '140802', false)`;
  const [bureau] = await sql<{ id: string }[]>`select bureau_id as id from bureaus where code = '140802'`;
  const bureauId = bureau!.id;
  for (const connection of [sql, writes]) await connection`select set_config('maple.bureau_id', ${bureauId}, false)`;
  const actors = await Promise.all(["admin", "auditor"].map(actorNamed));
  actors.push(...(await chiefs()));

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
    const resolve = referenceResolvers(slow, read, actor, now);
    // The types that tell of a schema are those of all schemas of the process.
    for (const type of Object.values(slow.getTypeMap()))
      if ("getFields" in type && "getInterfaces" in type && !isIntrospectionType(type))
        for (const field of Object.values(type.getFields())) if ("args" in field) field.resolve = resolve;
    const { data, errors } = await execute({ schema: slow, document: parse(text), variableValues: variables });
    if (errors) throw errors[0];
    return JSON.parse(JSON.stringify(data));
  }

  async function actorNamed(name: string): Promise<Actor> {
    const [account] = await sql<{ id: string }[]>`select id from accounts where name = ${name}`;
    return actorOf(account!.id);
  }

  async function chiefs(): Promise<Actor[]> {
    const accounts = await sql<
      { id: string }[]
    >`select distinct account_id as id from role_grants where role = 'STATION_CHIEF'`;
    return Promise.all(accounts.map(({ id }) => actorOf(id)));
  }

  async function actorOf(accountId: string): Promise<Actor> {
    const identity = await loadIdentity(
      writes as never,
      { kind: "account", bureauId, accountId, via: { kind: "operator", id: accountId } },
      new Date(now),
    );
    return identity!.actor;
  }

  return {
    schema: schema as GraphQLSchema,
    database,
    sql,
    actors,
    pool: await poolOf(sql),
    documentOf,
    compiledAnswer,
    walkedAnswer,
    async close() {
      await database.close();
      await Promise.all([sql.end(), writes.end()]);
    },
  };
}

async function poolOf(sql: Sql): Promise<Pool> {
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
