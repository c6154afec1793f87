import {
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { type Actor, callerOf } from "../actor.ts";
import { actorOf, type Context } from "../context.ts";
import { PasswordChangeRequired } from "../errors.ts";
import { isId } from "../ids.ts";
import { objectTypeOf } from "./compilation.ts";
import { cursorSealOf } from "./cursor-seals.ts";
import type { ReadEnvironment } from "./fragment.ts";
import { located } from "./located.ts";
import { argumentsOf, type Document, isOfScreens, type Plan, planField, planOperation, planRows } from "./plan.ts";

/** The JSON text of a compiled query's `data`, in bytes: what nobody looks into is not made a string on its way. */
export function readOperation(ctx: Context, document: Document, operation: OperationDefinitionNode): Promise<Buffer> {
  const actor = actorOf(ctx);
  if (actor.mustChangePassword && !asksOnlyViewer(operation)) throw new PasswordChangeRequired();
  const asked = { ...document, accountId: actor.accountId };
  return run(ctx, actor, planOperation(asked, operation, callerOf(actor).shape), document);
}

/** A compiled root field within an operation that has others too; its value is keyed by response key. */
export async function readField(ctx: Context, info: GraphQLResolveInfo): Promise<unknown> {
  const actor = actorOf(ctx);
  if (actor.mustChangePassword && info.fieldName !== "viewer") throw new PasswordChangeRequired();
  const document = documentOf(info, actor);
  const json = await run(ctx, actor, planField(document, info, callerOf(actor).shape), document);
  return (JSON.parse(json.toString()) as Record<string, unknown>)[String(info.path.key)];
}

/** Rows that a command wrote, as its mutation's selection asks; rows out of the caller's sight are left out, where they may be that. */
export async function readRows(
  ctx: Context,
  info: GraphQLResolveInfo,
  ids: readonly string[],
  { isSeen = false } = {},
): Promise<unknown[]> {
  const actor = actorOf(ctx);
  const document = documentOf(info, actor);
  const type = objectTypeOf({ type: info.returnType as never, name: info.fieldName });
  const plan = planRows(document, type, { ...info, isSeen }, callerOf(actor).shape);
  return JSON.parse((await run(ctx, actor, plan, document, ids)).toString()) as unknown[];
}

export async function readRow(
  ctx: Context,
  info: GraphQLResolveInfo,
  written: { id: string },
  how: { isSeen?: boolean } = {},
): Promise<unknown> {
  return (await readRows(ctx, info, [written.id], how))[0] ?? null;
}

/** A plan is worth its room once it has been run so often; the screens' own are at once. */
const runsBeforePrepared = 3;

async function run(
  ctx: Context,
  actor: Actor,
  plan: Plan,
  document: Document,
  ids?: readonly string[],
): Promise<Buffer> {
  const cursors = plan.hasCursors ? await cursorSealOf(ctx.database, actor.bureauId) : undefined;
  const environment: ReadEnvironment = {
    bureauId: actor.bureauId,
    accountId: actor.accountId,
    viaId: actor.via.id,
    locale: ctx.locale,
    now: ctx.now().toISOString(),
    scope: callerOf(actor).scope,
    args: argumentsOf(plan, document.variables),
    cursors,
    ids: ids?.filter(isId),
  };
  const how = {
    heavy: plan.heavy,
    prepare: ++plan.runs > runsBeforePrepared || isOfScreens(plan),
    isOfScreens: isOfScreens(plan),
    signal: ctx.signal,
  };
  const answer = await ctx.database.read(plan.statement, environment, how).catch((error: unknown) => {
    throw located(error, plan.path);
  });
  return cursors ? Buffer.from(cursors.close(answer.toString())) : answer;
}

const documentOf = (info: GraphQLResolveInfo, { accountId }: Actor): Document => ({
  accountId,
  schema: info.schema as GraphQLSchema,
  fragments: info.fragments as Record<string, FragmentDefinitionNode>,
  variables: info.variableValues,
});

const asksOnlyViewer = (operation: OperationDefinitionNode) =>
  operation.selectionSet.selections.every(
    (each) => each.kind === "Field" && (each.name.value === "viewer" || each.name.value === "__typename"),
  );
