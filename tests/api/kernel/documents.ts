import fc from "fast-check";
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
} from "graphql";

/** Values that arguments are drawn from, so that filters find something now and then. */
export interface Pool {
  ids: string[];
  texts: string[];
  days: string[];
  instants: string[];
}

export interface Generated {
  text: string;
  variables: Record<string, unknown>;
}

interface Draft {
  pick: <T>(from: readonly T[]) => T;
  chance: (percent: number) => boolean;
  integer: (least: number, most: number) => number;
  schema: GraphQLSchema;
  pool: Pool;
  variables: Record<string, unknown>;
  declared: string[];
  fragments: string[];
  aliases: number;
}

/** Queries over the whole schema: aliases, fragments, variables, directives, pages both ways, merged fields. */
export function documents(schema: GraphQLSchema, pool: Pool, skip: ReadonlySet<string>): fc.Arbitrary<Generated> {
  return fc.gen().map((gen) => {
    const integer = (least: number, most: number) => gen(fc.integer, { min: least, max: most });
    const draft: Draft = {
      integer,
      pick: (from) => from[integer(0, from.length - 1)]!,
      chance: (percent) => integer(1, 100) <= percent,
      schema,
      pool,
      variables: {},
      declared: [],
      fragments: [],
      aliases: 0,
    };
    const query = schema.getQueryType()!;
    const roots = Object.values(query.getFields()).filter((field) => !skip.has(field.name));
    const chosen = Array.from(
      { length: integer(1, 3) },
      (_, index) => `r${index}: ${fieldText(draft, draft.pick(roots), 4)}`,
    );
    const head = draft.declared.length > 0 ? `query Generated(${draft.declared.join(", ")})` : "query Generated";
    return { text: [`${head} { ${chosen.join(" ")} }`, ...draft.fragments].join("\n"), variables: draft.variables };
  });
}

/** Optional in the schema, because a code may stand for it; a field that gets neither refuses. */
const isAlwaysGiven = (arg: GraphQLArgument) => arg.name === "gridId";

function fieldText(draft: Draft, field: GraphQLField<unknown, unknown>, depth: number): string {
  const args = field.args
    .filter(
      (arg) =>
        arg.name !== "after" &&
        arg.name !== "before" &&
        (isRequiredArgument(arg) || isAlwaysGiven(arg) || draft.chance(40)),
    )
    .filter((arg, _, all) => !(arg.name === "last" && all.some((each) => each.name === "first")));
  const call = args.length > 0 ? `(${args.map((arg) => `${arg.name}: ${argumentText(draft, arg)}`).join(", ")})` : "";
  const type = getNamedType(field.type);
  if (isLeafType(type)) return `${field.name}${call}`;
  return `${field.name}${call} ${selection(draft, type as GraphQLObjectType, depth - 1)}`;
}

function selection(draft: Draft, type: GraphQLObjectType, depth: number): string {
  if (isAbstractType(type)) return abstractSelection(draft, type, depth);
  const all = Object.values(type.getFields()).filter((field) => depth > 0 || isLeafType(getNamedType(field.type)));
  if (all.length === 0) return "{ __typename }";
  const parts = Array.from({ length: draft.integer(1, 4) }, () => selected(draft, draft.pick(all), depth));
  if (draft.chance(20)) parts.push("__typename");
  if (draft.chance(15) && depth > 0) parts.push(spread(draft, type, depth));
  if (draft.chance(15)) parts.push(`... ${condition(draft)} { ${selected(draft, draft.pick(all), depth)} }`);
  return `{ ${parts.join(" ")} }`;
}

function selected(draft: Draft, field: GraphQLField<unknown, unknown>, depth: number): string {
  const text = fieldText(draft, field, depth);
  const alias =
    field.args.length > 0 || !isLeafType(getNamedType(field.type))
      ? `a${draft.aliases++}: `
      : draft.chance(20)
        ? `b${field.name}: `
        : "";
  return `${alias}${draft.chance(15) ? text.replace(/^(\w+(?:\([^)]*\))?)/, `$1 ${condition(draft)}`) : text}`;
}

function abstractSelection(
  draft: Draft,
  type: Parameters<GraphQLSchema["getPossibleTypes"]>[0],
  depth: number,
): string {
  const possible = draft.schema.getPossibleTypes(type);
  const fragments = Array.from({ length: 2 }, () => draft.pick(possible)).map(
    (each, index) => `... on ${each.name} { f${index}: __typename ${own(draft, each, depth)} }`,
  );
  return `{ id __typename ${fragments.join(" ")} }`;
}

const own = (draft: Draft, type: GraphQLObjectType, depth: number) =>
  Object.values(type.getFields())
    .filter((field) => isLeafType(getNamedType(field.type)))
    .slice(0, draft.integer(1, Math.max(1, depth)))
    .map((field) => `x${type.name}${field.name}: ${fieldText(draft, field, 0)}`)
    .join(" ");

function spread(draft: Draft, type: GraphQLObjectType, depth: number): string {
  const name = `F${draft.fragments.length}`;
  const at = draft.fragments.push("") - 1;
  draft.fragments[at] = `fragment ${name} on ${type.name} ${selection(draft, type, depth - 1)}`;
  return `...${name}`;
}

function condition(draft: Draft): string {
  const directive = draft.pick(["include", "skip"]);
  if (draft.chance(50)) return `@${directive}(if: ${draft.pick(["true", "false"])})`;
  return `@${directive}(if: ${variable(draft, "Boolean!", draft.chance(50))})`;
}

function variable(draft: Draft, type: string, value: unknown): string {
  const name = `v${draft.declared.length}`;
  draft.declared.push(`$${name}: ${type}`);
  draft.variables[name] = value;
  return `$${name}`;
}

function argumentText(draft: Draft, arg: GraphQLArgument): string {
  const value = valueOf(draft, arg.type, arg.name);
  return draft.chance(50) ? variable(draft, String(arg.type), value) : inline(arg.type, value);
}

function valueOf(draft: Draft, type: GraphQLInputType, name: string): unknown {
  if (isNonNullType(type)) return valueOf(draft, type.ofType, name);
  if (isListType(type)) return Array.from({ length: draft.integer(1, 2) }, () => valueOf(draft, type.ofType, name));
  if (isEnumType(type)) return draft.pick(type.getValues()).name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isNonNullType(field.type) || draft.chance(35))
        .map((field) => [field.name, valueOf(draft, field.type, field.name)]),
    );
  switch (getNamedType(type).name) {
    case "Int":
      return draft.integer(1, name === "first" || name === "last" ? 7 : 4);
    case "Boolean":
      return draft.chance(50);
    case "ID":
      return draft.pick(draft.pool.ids);
    case "LocalDate":
      return draft.pick(draft.pool.days);
    case "DateTime":
      return draft.pick(draft.pool.instants);
    default:
      return draft.pick(draft.pool.texts);
  }
}

/** A GraphQL literal: enum names stand bare. */
function inline(type: GraphQLInputType, value: unknown): string {
  if (isNonNullType(type)) return inline(type.ofType, value);
  if (value === null) return "null";
  if (isListType(type)) return `[${(value as unknown[]).map((each) => inline(type.ofType, each)).join(", ")}]`;
  if (isEnumType(type)) return String(value);
  if (isInputObjectType(type))
    return `{${Object.entries(value as object)
      .map(([key, each]) => `${key}: ${inline(type.getFields()[key]!.type, each)}`)
      .join(", ")}}`;
  return JSON.stringify(value);
}
