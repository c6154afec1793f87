import {
  type FragmentDefinitionNode,
  getArgumentValues,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  Kind,
  responsePathAsArray,
  type OperationDefinitionNode,
  type SelectionNode,
} from "graphql";
import {
  type ArgumentSlot,
  type Compilation,
  conditions,
  conditionsOfSeen,
  fromRequired,
  idOf,
  rowsAs,
  sourceOf,
} from "./compilation.ts";
import { ownedCache } from "../owned-cache.ts";
import { readTexts } from "../text-bounds.ts";
import { compileObject } from "./compile.ts";
import { holdsCursors } from "./cursor.ts";
import {
  type Fragment,
  join,
  literal,
  parameter,
  raw,
  type ReadEnvironment,
  sql,
  type Statement,
  toStatement,
} from "./fragment.ts";
import { located, type Path } from "./located.ts";
import { arrayLiteral, type CallerShape, readingOf } from "./reading.ts";
import { under } from "./relation.ts";
import { fieldsOf, selectionSetsOf } from "./selection.ts";
import { sharedQueries } from "./shared.ts";
import { shapeOf } from "./variables.ts";

export interface Plan {
  statement: Statement;
  operation: OperationDefinitionNode;
  slots: ArgumentSlot[];
  hasCursors: boolean;
  /** Of the root field, where there is one alone: of what goes wrong with the statement. */
  path: Path | undefined;
  /** Reads lists without a page's bound, and so goes to the lane of heavy reads. */
  heavy: boolean;
  runs: number;
}

export interface Document {
  schema: GraphQLSchema;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  variables: Readonly<Record<string, unknown>>;
  /** Who asks, and answers for the room that its plan takes. */
  accountId?: string;
}

/** In bytes of SQL, to which the plan itself adds some more. */
const plans = ownedCache<Plan>({ screens: 32_000_000, free: 32_000_000, account: 4_000_000 });
const ofScreens = new WeakSet<OperationDefinitionNode>();

/** Marks an operation as one that the screens ask: its plans are kept whatever others ask. */
export const markScreens = (operation: OperationDefinitionNode) => void ofScreens.add(operation);
export const isOfScreens = ({ operation }: Plan) => ofScreens.has(operation);

/** One statement for all of a query's root fields, whose one value is the JSON text of `data`. */
export const planOperation = (document: Document, operation: OperationDefinitionNode, caller: CallerShape): Plan =>
  cached({ key: operation, operation, document, caller }, (c) => {
    const { json } = compileObject(c, document.schema.getQueryType()!, [operation.selectionSet], {
      alias: "query",
      bounded: true,
    });
    return sql`select ${json} as json`;
  });

const compiled = new WeakMap<OperationDefinitionNode, boolean>();

/** Whether every root field that the variables leave in declares where it is read from. */
export function isCompiled(document: Document, operation: OperationDefinitionNode): boolean {
  const known = compiled.get(operation);
  if (known !== undefined) return known;
  const query = document.schema.getQueryType()!;
  const answer = [...fieldsOf(document, query, [operation.selectionSet]).values()].every(([node]) => {
    const field = query.getFields()[node!.name.value];
    return node!.name.value === "__typename" || (field !== undefined && sourceOf(field) !== undefined);
  });
  if (operation.selectionSet.selections.every(isInAnyCase)) compiled.set(operation, answer);
  return answer;
}

/** No variable leaves it out. */
const isInAnyCase = ({ kind, directives }: SelectionNode) => kind === Kind.FIELD && !directives?.length;

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
  {
    fieldNodes: nodes,
    operation,
    path,
    isSeen,
  }: Pick<GraphQLResolveInfo, "fieldNodes" | "operation" | "path"> & { isSeen: boolean },
  caller: CallerShape,
): Plan =>
  cached({ key: nodes[0]!, operation, document, caller, isWalked: true, above: keysOf(path), isSeen }, (c) => {
    const alias = c.nextAlias();
    const reading = readingOf(caller, {}, -1, { shareFew: c.share });
    const held = isSeen
      ? conditionsOfSeen(c, fromRequired(type), alias, reading)
      : conditions(c, fromRequired(type), alias, reading);
    const { json, joins } = compileObject(c, type, selectionSetsOf(nodes), { alias, bounded: true });
    const ids = parameter("ids", "uuid[]", (environment) => arrayLiteral(environment.ids ?? []));
    const id = under(alias, idOf(fromRequired(type).relation));
    const where = join([...held, sql`${id} = any(${ids})`], " and ");
    return sql`select ${literal("[")}||coalesce(string_agg(${json}, ',' order by array_position(${ids}, ${id})),'')||${literal("]")} as json from ${rowsAs(type, alias, reading)}${join(joins, "")} where ${where}`;
  });

/** Coerces each field's arguments, reads their texts, and gives what the plan's parameters are taken from. */
export function argumentsOf(plan: Plan, variables: Document["variables"]): ReadEnvironment["args"] {
  return plan.slots.map(({ field, node, path }) => {
    try {
      return readTexts(field.args, getArgumentValues(field, node, variables), { keeps: false });
    } catch (error) {
      throw located(error, path);
    }
  });
}

/** Of an answer's text: the longest of the screens' has about 1 MB. */
const mostBytes = { light: 4_000_000, heavy: 16_000_000 };

/** Refused where it is made: it is neither sent nor read. */
const bounded = (json: Fragment, most: number): Fragment =>
  sql`select case when octet_length(a.json) > ${raw(String(most))} then maple_answer_too_large(octet_length(a.json), ${raw(String(most))}) else a.json end as json from (${json} offset 0) a`;

interface Planned {
  key: object;
  operation: OperationDefinitionNode;
  document: Document;
  caller: CallerShape;
  isWalked?: boolean;
  /** Its rows are known to be in sight. */
  isSeen?: boolean;
  /** Where the answer stands of which this is a part. */
  above?: Path;
}

function cached(
  { key, operation, document, caller, isWalked = false, isSeen = false, above }: Planned,
  build: (c: Compilation) => Fragment,
): Plan {
  const name = `${numberOf(key)}|${isSeen ? "seen|" : ""}${caller.key}|${shapeOf(document.schema, operation, document.variables)}`;
  const known = plans.get(name);
  if (known) return known;
  let aliases = 0;
  const { share, around } = sharedQueries();
  const c: Compilation = {
    ...document,
    caller,
    isWalked,
    slots: [],
    path: [...(above ?? [])],
    heavy: false,
    heldTo: new Map(),
    nextAlias: () => `t${aliases++}`,
    share,
    object: (type, sets, scope) => compileObject(c, type, sets, scope),
  };
  const json = around(locatedBuild(c, build));
  const statement = toStatement(bounded(json, c.heavy ? mostBytes.heavy : mostBytes.light));
  const hasCursors = holdsCursors(json);
  const plan: Plan = {
    statement,
    operation,
    hasCursors,
    path: pathOf(c, operation, above),
    slots: c.slots,
    heavy: c.heavy,
    runs: 0,
  };
  const owner = ofScreens.has(operation) ? null : (document.accountId ?? "");
  plans.set(name, plan, { owner, bytes: statement.text.length });
  return plan;
}

function locatedBuild(c: Compilation, build: (c: Compilation) => Fragment): Fragment {
  try {
    return build(c);
  } catch (error) {
    throw located(error, c.path);
  }
}

const keysOf = (path: GraphQLResolveInfo["path"]): Path =>
  responsePathAsArray(path).filter((key) => typeof key === "string");

function pathOf(c: Compilation, { selectionSet }: OperationDefinitionNode, above: Path | undefined): Path | undefined {
  if (above !== undefined) return above;
  const [key, ...others] = fieldsOf(c, c.schema.getQueryType()!, [selectionSet]).keys();
  return key !== undefined && others.length === 0 ? [key] : undefined;
}

const numbers = new WeakMap<object, number>();
let lastNumber = 0;

/** What is planned, by a number: a plan may stay longer than its document. */
function numberOf(key: object): number {
  let number = numbers.get(key);
  if (number === undefined) numbers.set(key, (number = ++lastNumber));
  return number;
}
