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
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
} from "graphql";

/** A week is named by its Monday, and by no other day. */
const mondayOf = (day: string) => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
};

/** Values that arguments are drawn from, so that filters find something now and then. */
export interface Pool {
  ids: string[];
  texts: string[];
  days: string[];
  instants: string[];
}

export interface Generated {
  text: string;
  /** Two sets of variables for the same text: what was planned for one must not answer the other. */
  variables: [Record<string, unknown>, Record<string, unknown>];
}

interface Draft {
  pick: <T>(from: readonly T[]) => T;
  chance: (percent: number) => boolean;
  integer: (least: number, most: number) => number;
  schema: GraphQLSchema;
  pool: Pool;
  variables: Generated["variables"];
  declared: string[];
  fragments: string[];
  aliases: number;
}

/** Queries over the whole schema: aliases, fragments, variables, defaults, nulls, directives, pages both ways, merged fields. */
export function documents(schema: GraphQLSchema, pool: Pool, skip: ReadonlySet<string>): fc.Arbitrary<Generated> {
  return drafts(schema, pool).map((draft) => {
    const query = schema.getQueryType()!;
    const roots = Object.values(query.getFields()).filter((field) => !skip.has(field.name));
    const chosen = Array.from(
      { length: draft.integer(1, 3) },
      (_, index) => `r${index}: ${fieldText(draft, draft.pick(roots), 4)}`,
    );
    const head = draft.declared.length > 0 ? `query Generated(${draft.declared.join(", ")})` : "query Generated";
    return { text: [`${head} { ${chosen.join(" ")} }`, ...draft.fragments].join("\n"), variables: draft.variables };
  });
}

const drafts = (schema: GraphQLSchema, pool: Pool): fc.Arbitrary<Draft> =>
  fc.gen().map((gen) => {
    const integer = (least: number, most: number) => gen(fc.integer, { min: least, max: most });
    return {
      integer,
      pick: (from) => from[integer(0, from.length - 1)]!,
      chance: (percent) => integer(1, 100) <= percent,
      schema,
      pool,
      variables: [{}, {}],
      declared: [],
      fragments: [],
      aliases: 0,
    };
  });

/** Values for whatever a document asks for. */
export const values = (schema: GraphQLSchema, pool: Pool) =>
  drafts(schema, pool).map((draft) => ({
    pick: draft.pick,
    chance: draft.chance,
    valueOf: (type: GraphQLInputType, name: string) => valueOf(draft, type, name),
  }));

/** Optional in the schema, because a code may stand for it; a field that gets neither refuses. */
const isAlwaysGiven = (arg: GraphQLArgument) => arg.name === "gridId";

function fieldText(draft: Draft, field: GraphQLField<unknown, unknown>, depth: number): string {
  const type = getNamedType(field.type);
  const head = `${field.name}${callText(draft, field)}`;
  return isLeafType(type) ? head : `${head} ${selection(draft, type as GraphQLObjectType, depth - 1)}`;
}

function callText(draft: Draft, field: GraphQLField<unknown, unknown>): string {
  const args = field.args
    .filter(
      (arg) =>
        arg.name !== "after" &&
        arg.name !== "before" &&
        (isRequiredArgument(arg) || isAlwaysGiven(arg) || draft.chance(40)),
    )
    .filter((arg, _, all) => !(arg.name === "last" && all.some((each) => each.name === "first")))
    .filter((arg, _, all) => !(arg.name === "skip" && all.some((each) => each.name === "last")));
  return args.length > 0 ? `(${args.map((arg) => `${arg.name}: ${argumentText(draft, arg)}`).join(", ")})` : "";
}

function selection(draft: Draft, type: GraphQLObjectType, depth: number): string {
  if (isAbstractType(type)) return abstractSelection(draft, type, depth);
  const all = Object.values(type.getFields()).filter((field) => depth > 0 || isLeafType(getNamedType(field.type)));
  if (all.length === 0) return "{ __typename }";
  const parts = Array.from({ length: draft.integer(1, 4) }, () => selected(draft, draft.pick(all), depth));
  if (draft.chance(20)) parts.push("__typename");
  if (draft.chance(15) && depth > 0) parts.push(spread(draft, type, depth));
  if (draft.chance(15)) parts.push(`... ${condition(draft)} { ${selected(draft, draft.pick(all), depth)} }`);
  if (draft.chance(10) && type.getInterfaces().some(({ name }) => name === "Node"))
    parts.push(`... on Node ${condition(draft)} { ... on ${type.name} { ${selected(draft, draft.pick(all), 0)} } id }`);
  if (draft.chance(15)) parts.push(parts.find(({ length }) => length < 40) ?? "__typename");
  if (draft.chance(8) && depth > 0) parts.push(...merged(draft, draft.pick(all), depth));
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

/** One field twice, under one key with the same arguments, each time with a selection of its own. */
function merged(draft: Draft, field: GraphQLField<unknown, unknown>, depth: number): string[] {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return [];
  const head = `m${draft.aliases++}: ${field.name}${callText(draft, field)}`;
  return [0, 1].map(() => `${head} ${selection(draft, type as GraphQLObjectType, depth - 1)}`);
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
  return `{ ${isInterfaceType(type) ? "id " : ""}__typename ${fragments.join(" ")} }`;
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
  const byDefault = draft.chance(30) ? ` = ${draft.chance(50)}` : "";
  const values = [draft.chance(50), draft.chance(50)].map((value) =>
    byDefault && draft.chance(50) ? undefined : value,
  );
  return `@${directive}(if: ${variable(draft, `Boolean!${byDefault}`, values)})`;
}

/** A variable of the type with its two values; undefined is not given at all. */
function variable(draft: Draft, type: string, values: readonly unknown[]): string {
  const name = `v${draft.declared.length}`;
  draft.declared.push(`$${name}: ${type}`);
  values.forEach((value, index) => {
    if (value !== undefined) draft.variables[index]![name] = value;
  });
  return `$${name}`;
}

function argumentText(draft: Draft, arg: GraphQLArgument): string {
  const draw = () => valueOf(draft, arg.type, arg.name);
  const isOptional = !isNonNullType(arg.type) && !isAlwaysGiven(arg);
  if (draft.chance(50)) return isOptional && draft.chance(10) ? "null" : inline(arg.type, draw());
  if (arg.defaultValue !== undefined && isNonNullType(arg.type))
    return variable(draft, String(arg.type.ofType), [draw(), draft.chance(50) ? undefined : draw()]);
  if (!isOptional) return variable(draft, String(arg.type), [draw(), draw()]);
  const byDefault = draft.chance(20) ? ` = ${inline(arg.type, draw())}` : "";
  const maybe = () => (draft.chance(15) ? null : draft.chance(15) ? undefined : draw());
  return variable(draft, `${String(arg.type)}${byDefault}`, [maybe(), maybe()]);
}

function valueOf(draft: Draft, type: GraphQLInputType, name: string): unknown {
  if (isNonNullType(type)) return valueOf(draft, type.ofType, name);
  if (isListType(type))
    return draft.chance(15)
      ? valueOf(draft, type.ofType, name)
      : Array.from({ length: draft.integer(0, 2) }, () => valueOf(draft, type.ofType, name));
  if (isEnumType(type)) return draft.pick(type.getValues()).name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isNonNullType(field.type) || draft.chance(35))
        .map((field) => [
          field.name,
          !isNonNullType(field.type) && draft.chance(10) ? null : valueOf(draft, field.type, field.name),
        ]),
    );
  switch (getNamedType(type).name) {
    case "Int":
      return draft.integer(1, name === "first" || name === "last" ? 7 : 4);
    case "Boolean":
      return draft.chance(50);
    case "ID":
      return draft.pick(draft.pool.ids);
    case "LocalDate":
      return name === "week" || name === "from" ? mondayOf(draft.pick(draft.pool.days)) : draft.pick(draft.pool.days);
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
  if (isListType(type))
    return Array.isArray(value)
      ? `[${value.map((each) => inline(type.ofType, each)).join(", ")}]`
      : inline(type.ofType, value);
  if (isEnumType(type)) return String(value);
  if (isInputObjectType(type))
    return `{${Object.entries(value as object)
      .map(([key, each]) => `${key}: ${inline(type.getFields()[key]!.type, each)}`)
      .join(", ")}}`;
  return JSON.stringify(value);
}
