import {
  getVariableValues,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from "graphql";
import { type Actor, callerOf } from "../kernel/actor.ts";
import { inBureau } from "../kernel/database/in-bureau.ts";
import { connectForReads } from "../kernel/database/connect.ts";
import { loadIdentity } from "../kernel/database/identity.ts";
import type { Database } from "../kernel/database/database.ts";
import { NotFound } from "../kernel/errors.ts";
import { cursorSealOf } from "../kernel/read/cursor-seals.ts";
import { layOut } from "../kernel/read/lay-out.ts";
import { argumentsOf, type Document, isCompiled, type Plan, planOperation } from "../kernel/read/plan.ts";
import type { CallerShape } from "../kernel/read/reading.ts";
import { findAccount, findBureau, readSignInName } from "../modules/auth/index.ts";
import { Misuse } from "./command.ts";

/** Who sees all of a bureau, for whom nothing is bound. */
const administrator: CallerShape = { key: "BUREAU_ADMINISTRATOR*/w", reach: () => "all", mayWrite: true };

export interface Asked {
  query: string;
  variables: Record<string, unknown>;
}

export interface Explained {
  document: Document;
  plan: Plan;
  statement: string;
  /** In the order of their numbers, with what each is taken from. */
  parameters: { type: string; from: string }[];
}

/** What a query is compiled to for callers of that shape. */
export function explain(
  schema: GraphQLSchema,
  { query, variables }: Asked,
  caller: CallerShape = administrator,
): Explained {
  const { document, operation } = documentOf(schema, query, variables);
  const plan = planOperation(document, operation, caller);
  const parameters = plan.statement.parameters.map(({ key, type, path }) => ({ type, from: nameOf(key, path) }));
  return { document, plan, statement: layOut(plan.statement.text), parameters };
}

/** `grids: first`, for an argument of a field; the name of what the server gives, for the rest. */
const nameOf = (key: string, path: readonly string[] | undefined) =>
  path ? `${path.join(".")}: ${key.replace(/^(cursor:)?\d+\.|:[^:#]*(?=$|#)/g, "")}` : key;

function documentOf(schema: GraphQLSchema, query: string, given: Record<string, unknown>) {
  const ast = orMisuse(() => parse(query));
  refuse(validate(schema, ast));
  const operations = ast.definitions.filter(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  );
  const [operation] = operations;
  if (!operation || operations.length > 1 || operation.operation !== "query")
    throw new Misuse("sql takes one query: commands are functions, and only what they answer is compiled.");
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  refuse(errors ?? []);
  const fragments = Object.fromEntries(
    ast.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const document: Document = { schema, fragments, variables: coerced ?? {} };
  if (!isCompiled(document, operation))
    throw new Misuse("One of the query's root fields is answered by a function, not by SQL.");
  return { document, operation };
}

function orMisuse<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Misuse((error as Error).message);
  }
}

function refuse(errors: readonly GraphQLError[]) {
  if (errors.length > 0) throw new Misuse(errors.map(({ message }) => message).join("\n"));
}

/** What the parameters would be bound to now. */
export async function valuesOf(database: Database, { plan, document }: Explained, actor: Actor): Promise<unknown[]> {
  const { bureauId, accountId, via } = actor;
  const cursors = plan.hasCursors ? await cursorSealOf(database, bureauId) : undefined;
  const args = argumentsOf(plan, document.variables);
  const now = new Date().toISOString();
  return plan.statement.bind({ bureauId, accountId, viaId: via.id, now, scope: callerOf(actor).scope, args, cursors });
}

/** How the server has it carried out: planned once for whatever values, on a connection set as those for reads are. */
export async function planOf(url: string, { statement, heavy }: Plan): Promise<string[]> {
  const sql = connectForReads(url, { isShort: !heavy });
  try {
    const rows = await sql.unsafe(`explain (generic_plan) ${statement.text}`).simple();
    return rows.map((row) => String(row["QUERY PLAN"]));
  } finally {
    await sql.end();
  }
}

/** The account that a sign-in name names, with the roles that it has now. */
export async function actorNamed(database: Database, signInName: string): Promise<Actor> {
  const named = readSignInName(signInName);
  const bureauId = named && (await findBureau(database, named.bureauCode));
  const identity =
    bureauId &&
    (await inBureau(database, bureauId, async (sql) => {
      const account = await findAccount({ sql, bureauId }, named.account);
      const credential = { kind: "account", bureauId, via: { kind: "operator", id: bureauId } } as const;
      return account && loadIdentity(sql, { ...credential, accountId: account.id }, new Date());
    }));
  if (!identity) throw new NotFound([{ path: ["name"], code: "NO_SUCH_ACCOUNT", params: { name: signInName } }]);
  return identity.actor;
}
