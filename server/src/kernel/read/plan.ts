import {
  type FragmentDefinitionNode,
  getArgumentValues,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import {
  type ArgumentSlot,
  type Compilation,
  conditions,
  fromRequired,
  idOf,
  rowsAs,
  sourceOf,
} from "./compilation.ts";
import { compileObject } from "./compile.ts";
import { join, literal, parameter, type ReadEnvironment, sql, type Statement, toStatement } from "./fragment.ts";
import { arrayLiteral, type CallerShape, readingOf } from "./reading.ts";
import { under } from "./relation.ts";
import { fieldsOf, selectionSetsOf } from "./selection.ts";
import { sharedQueries } from "./shared.ts";
import { shapeOf } from "./variables.ts";

export interface Plan {
  statement: Statement;
  slots: ArgumentSlot[];
  /** Reads lists without a page's bound, and so goes to the pipeline for heavy reads. */
  heavy: boolean;
  /** Kept prepared by the connections, once it has been run before. */
  prepare: boolean;
  runs: number;
}

export interface Document {
  schema: GraphQLSchema;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  variables: Readonly<Record<string, unknown>>;
}

const plans = new WeakMap<object, Map<string, Plan>>();

/** One statement for all of a query's root fields, whose one value is the JSON text of `data`. */
export const planOperation = (document: Document, operation: OperationDefinitionNode, caller: CallerShape): Plan =>
  cached({ key: operation, operation, document, caller }, (c) => {
    const { json } = compileObject(c, document.schema.getQueryType()!, [operation.selectionSet], {
      alias: "query",
      bounded: true,
    });
    return sql`select ${json} as json`;
  });

/** Whether every root field that the variables leave in declares where it is read from. */
export function isCompiled(document: Document, operation: OperationDefinitionNode): boolean {
  const query = document.schema.getQueryType()!;
  return [...fieldsOf(document, query, [operation.selectionSet]).values()].every(([node]) => {
    const field = query.getFields()[node!.name.value];
    return node!.name.value === "__typename" || (field !== undefined && sourceOf(field) !== undefined);
  });
}

/** One root field by itself, for an operation that also has fields which are no SQL. */
export const planField = (document: Document, info: GraphQLResolveInfo, caller: CallerShape): Plan =>
  cached({ key: info.fieldNodes[0]!, operation: info.operation, document, caller, isWalked: true }, (c) => {
    const { json } = compileObject(
      c,
      info.parentType,
      [{ kind: "SelectionSet" as never, selections: info.fieldNodes }],
      { alias: "query", bounded: true },
    );
    return sql`select ${json} as json`;
  });

/** The rows a command has written, by id and in the ids' order, as the selection of the field asks. */
export const planRows = (
  document: Document,
  type: GraphQLObjectType,
  { fieldNodes: nodes, operation }: Pick<GraphQLResolveInfo, "fieldNodes" | "operation">,
  caller: CallerShape,
): Plan =>
  cached({ key: nodes[0]!, operation, document, caller, isWalked: true }, (c) => {
    const alias = c.nextAlias();
    const reading = readingOf(caller, {}, -1);
    const { json, joins } = compileObject(c, type, selectionSetsOf(nodes), { alias, bounded: true });
    const ids = parameter("ids", "uuid[]", (environment) => arrayLiteral(environment.ids ?? []));
    const id = under(alias, idOf(fromRequired(type).relation));
    const where = join([...conditions(fromRequired(type), alias, reading), sql`${id} = any(${ids})`], " and ");
    return sql`select ${literal("[")}||coalesce(string_agg(${json}, ',' order by array_position(${ids}, ${id})),'')||${literal("]")} as json from ${rowsAs(type, alias, reading)}${join(joins, "")} where ${where}`;
  });

/** Coerces each field's arguments and gives what the plan's parameters are taken from. */
export function argumentsOf(plan: Plan, variables: Document["variables"]): ReadEnvironment["args"] {
  return plan.slots.map((slot) => getArgumentValues(slot.field, slot.node, variables));
}

interface Planned {
  key: object;
  operation: OperationDefinitionNode;
  document: Document;
  caller: CallerShape;
  isWalked?: boolean;
}

function cached(
  { key, operation, document, caller, isWalked = false }: Planned,
  build: (c: Compilation) => ReturnType<typeof sql>,
): Plan {
  let variants = plans.get(key);
  if (!variants) plans.set(key, (variants = new Map()));
  const variant = `${caller.key}|${shapeOf(document.schema, operation, document.variables)}`;
  const known = variants.get(variant);
  if (known) return known;
  let aliases = 0;
  const { share, around } = sharedQueries();
  const c: Compilation = {
    ...document,
    caller,
    isWalked,
    slots: [],
    heavy: false,
    nextAlias: () => `t${aliases++}`,
    share,
    object: (type, sets, scope) => compileObject(c, type, sets, scope),
  };
  const statement = toStatement(around(build(c)));
  const plan: Plan = { statement, slots: c.slots, heavy: c.heavy, prepare: false, runs: 0 };
  if (variants.size >= mostVariants) variants.clear();
  variants.set(variant, plan);
  return plan;
}

const mostVariants = 64;
