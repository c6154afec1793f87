import {
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { type Actor, callerOf, type Caller } from "../actor.ts";
import { actorOf, type Context } from "../context.ts";
import { PasswordChangeRequired } from "../errors.ts";
import { isId } from "../ids.ts";
import { objectTypeOf } from "./compilation.ts";
import type { ReadEnvironment } from "./fragment.ts";
import { argumentsOf, type Document, type Plan, planField, planOperation, planRows } from "./plan.ts";

const callers = new WeakMap<Actor, Caller>();
const callerFor = (actor: Actor) => {
  let caller = callers.get(actor);
  if (!caller) callers.set(actor, (caller = callerOf(actor)));
  return caller;
};

/** The JSON text of a compiled query's `data`. */
export function readOperation(ctx: Context, document: Document, operation: OperationDefinitionNode): Promise<string> {
  const actor = actorOf(ctx);
  if (actor.mustChangePassword && !asksOnlyViewer(operation)) throw new PasswordChangeRequired();
  return run(ctx, actor, planOperation(document, operation, callerFor(actor).shape), document);
}

/** A compiled root field within an operation that has others too; its value is keyed by response key. */
export async function readField(ctx: Context, info: GraphQLResolveInfo): Promise<unknown> {
  const actor = actorOf(ctx);
  if (actor.mustChangePassword && info.fieldName !== "viewer") throw new PasswordChangeRequired();
  const document = documentOf(info);
  const data = JSON.parse(await run(ctx, actor, planField(document, info, callerFor(actor).shape), document)) as Record<
    string,
    unknown
  >;
  return data[String(info.path.key)];
}

/** Rows that a command wrote, as its mutation's selection asks; rows out of the caller's sight are left out. */
export async function readRows(ctx: Context, info: GraphQLResolveInfo, ids: readonly string[]): Promise<unknown[]> {
  const actor = actorOf(ctx);
  const document = documentOf(info);
  const type = objectTypeOf({ type: info.returnType as never, name: info.fieldName });
  const plan = planRows(document, type, info, callerFor(actor).shape);
  return JSON.parse(await run(ctx, actor, plan, document, ids)) as unknown[];
}

export async function readRow(ctx: Context, info: GraphQLResolveInfo, written: { id: string }): Promise<unknown> {
  return (await readRows(ctx, info, [written.id]))[0] ?? null;
}

/** Further distinct statements beyond this are run unprepared, so that free queries cannot fill the server's memory. */
const mostPrepared = 2_000;
const prepared = new Set<string>();

function mayPrepare(text: string) {
  if (prepared.size < mostPrepared) prepared.add(text);
  return prepared.has(text);
}

function run(ctx: Context, actor: Actor, plan: Plan, document: Document, ids?: readonly string[]): Promise<string> {
  const environment: ReadEnvironment = {
    bureauId: actor.bureauId,
    accountId: actor.accountId,
    viaId: actor.via.id,
    locale: ctx.locale,
    now: ctx.now().toISOString(),
    scope: callerFor(actor).scope,
    args: argumentsOf(plan, document.variables),
    ids: ids?.filter(isId),
  };
  if (plan.runs++ === 1) plan.prepare = mayPrepare(plan.statement.text);
  return ctx.database.read(plan.statement, environment, { heavy: plan.heavy, prepare: plan.prepare });
}

const documentOf = (info: GraphQLResolveInfo): Document => ({
  schema: info.schema as GraphQLSchema,
  fragments: info.fragments as Record<string, FragmentDefinitionNode>,
  variables: info.variableValues,
});

const asksOnlyViewer = (operation: OperationDefinitionNode) =>
  operation.selectionSet.selections.every(
    (each) => each.kind === "Field" && (each.name.value === "viewer" || each.name.value === "__typename"),
  );
