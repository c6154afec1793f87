import {
  type FieldNode,
  getArgumentValues,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  isAbstractType,
  isListType,
  isNonNullType,
  Kind,
  type SelectionSetNode,
} from "graphql";
import { compileAny, rowUnder, setsOfAny, targetOf } from "./any.ts";
import {
  type Compilation,
  type Compiled,
  conditions,
  fromOf,
  fromRequired,
  idOf,
  objectTypeOf,
  rowsAs,
  rowsOf,
  type Scope,
  sourceOf,
} from "./compilation.ts";
import { filterOf } from "./conditions.ts";
import { encode } from "./encode.ts";
import { type Fragment, join, literal, raw, sql } from "./fragment.ts";
import { isChild, pairsLinked } from "./links.ts";
import { below } from "./located.ts";
import { compilePages } from "./pages.ts";
import { type Reading, readingOf } from "./reading.ts";
import { under } from "./relation.ts";
import { fieldsOf, selectionSetsOf } from "./selection.ts";
import type { FieldSource } from "./sources.ts";

interface Value {
  text: Fragment;
  joins?: Fragment[];
  neverNull: boolean;
}

export function compileObject(
  c: Compilation,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  scope: Scope,
): Compiled {
  const joins: Fragment[] = [];
  const pieces: Fragment[] = [];
  let text = "{";
  for (const [key, nodes] of fieldsOf(c, type, sets)) {
    text += `${text === "{" || text.endsWith(",") ? "" : ","}${JSON.stringify(key)}:`;
    const name = nodes[0]!.name.value;
    if (name === "__typename") {
      text += JSON.stringify(type.name);
      continue;
    }
    const field = type.getFields()[name]!;
    const value = below(c, key, () => compileField(c, field, nodes, scope));
    joins.push(...(value.joins ?? []));
    pieces.push(
      literal(text),
      value.neverNull || isNonNullType(field.type) ? value.text : sql`coalesce(${value.text},'null')`,
    );
    text = ",";
  }
  pieces.push(literal(text === "," ? "}" : `${text}}`));
  return { json: join(pieces, "||"), joins };
}

function compileField(c: Compilation, field: GraphQLField<unknown, unknown>, nodes: FieldNode[], scope: Scope): Value {
  const source = sourceOf(field);
  if (!source) throw new Error(`The field ${field.name} declares no source.`);
  const reading = readingFor(c, field, nodes[0]!, scope);
  switch (source.kind) {
    case "column":
      return { text: encode(field.type, under(scope.alias, source.column)), neverNull: source.column.notNull };
    case "sql":
      return { text: encode(field.type, source.build(scope.alias, reading)), neverNull: false };
    case "self": {
      const { json, joins } = compileObject(c, objectTypeOf(field), selectionSetsOf(nodes), {
        ...scope,
        at: reading.at,
      });
      return { text: json, joins, neverNull: false };
    }
    case "row":
      if (source.isHeavy) c.heavy = true;
      return { text: compileRow(c, source, field, nodes, reading), neverNull: false };
    case "node":
      return { text: compileNode(c, nodes, reading), neverNull: false };
    case "any":
      return compileNamed(c, source, field, nodes, scope, reading);
    case "one":
      return compileOne(c, source, field, nodes, scope, reading);
    case "many":
      return compileMany(c, source, field, nodes, scope, reading);
    case "pages":
      if (source.isHeavy) c.heavy = true;
      return { text: compilePages(c, source, field, nodes, scope, reading), neverNull: true };
  }
}

function readingFor(
  c: Compilation,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  { bounded, at }: Scope,
): Reading {
  const shareWhole = (rows: Fragment) => {
    c.heavy = true;
    return c.share(rows);
  };
  const sharing = {
    isBounded: bounded,
    shareFew: c.share,
    shareWhole,
    ...(!bounded && { share: shareWhole }),
    ...(at && { above: at }),
  };
  if (field.args.length === 0) return readingOf(c.caller, {}, -1, sharing);
  const path = [...c.path];
  const slot = c.slots.push({ field, node, path }) - 1;
  return readingOf(c.caller, getArgumentValues(field, node, c.variables), slot, {
    ...sharing,
    path,
    filter: filterOf(field),
    variables: variablesOf(node),
  });
}

const variablesOf = ({ arguments: given = [] }: FieldNode): ReadonlyMap<string, string> =>
  new Map(
    given.flatMap(({ name, value }) => (value.kind === Kind.VARIABLE ? [[name.value, value.name.value] as const] : [])),
  );

function compileRow(
  c: Compilation,
  source: FieldSource & { kind: "row" },
  field: GraphQLField<unknown, unknown>,
  nodes: FieldNode[],
  reading: Reading,
) {
  const type = objectTypeOf(field);
  const alias = c.nextAlias();
  const where = join([...conditions(c, fromRequired(type), alias, reading), source.where(alias, reading)], " and ");
  const { json, joins } = compileObject(c, type, selectionSetsOf(nodes), {
    alias,
    bounded: true,
    at: reading.at,
  });
  return sql`(select ${json} from ${rowsAs(type, alias, reading)}${join(joins, "")} where ${where})`;
}

function compileNode(c: Compilation, nodes: FieldNode[], reading: Reading) {
  const id = reading.arg("id", "uuid")!;
  const found = c.schema.getPossibleTypes(c.schema.getType("Node") as never).flatMap((type) => {
    const from = fromOf(type);
    if (!from) return [];
    const alias = c.nextAlias();
    const where = join(
      [...conditions(c, from, alias, reading), sql`${under(alias, idOf(from.relation))} = ${id}`],
      " and ",
    );
    const { json, joins } = compileObject(c, type, setsOfAny(c, nodes), {
      alias,
      bounded: true,
      at: reading.at,
    });
    return [sql`(select ${json} from ${rowsAs(type, alias, reading)}${join(joins, "")} where ${where})`];
  });
  return sql`coalesce(${join(found, ",")})`;
}

/** The row of one of several types that the row itself names. */
function compileNamed(
  c: Compilation,
  source: FieldSource & { kind: "any" },
  field: GraphQLField<unknown, unknown>,
  nodes: FieldNode[],
  scope: Scope,
  reading: Reading,
): Value {
  const type = getNamedType(field.type);
  if (!isAbstractType(type)) throw new Error(`The field ${field.name} is of one type: name it by \`one\`.`);
  const { json, joins } = compileAny(c, type, rowUnder(source, scope.alias), nodes, scope, reading);
  return { text: json, joins, neverNull: false };
}

function compileOne(
  c: Compilation,
  source: FieldSource & { kind: "one" },
  field: GraphQLField<unknown, unknown>,
  nodes: FieldNode[],
  scope: Scope,
  reading: Reading,
): Value {
  const type = objectTypeOf(field);
  const from = fromRequired(type);
  if (from.relation.isHeavy) c.heavy = true;
  const alias = c.nextAlias();
  const target = source.target ?? idOf(from.relation);
  const on = join(
    [
      ...conditions(c, from, alias, reading, scope.alias),
      sql`${under(alias, target)} = ${under(scope.alias, source.key)}`,
    ],
    " and ",
  );
  const { json, joins } = compileObject(c, type, selectionSetsOf(nodes), {
    alias,
    bounded: scope.bounded,
    at: reading.at,
  });
  const rows = rowsAs(type, alias, reading);
  // Without the offset it would be pulled up, and where the planner expects many keys all rows read instead of each by its own.
  const joined = scope.bounded
    ? sql` left join lateral (select * from ${rows} where ${on} offset 0) ${raw(alias)} on true`
    : sql` left join ${rows} on ${on}`;
  return {
    text: sql`case when ${under(alias, target)} is not null then ${json} end`,
    joins: [joined, ...joins],
    neverNull: false,
  };
}

/** What the parent and each of its children have in common. */
function commonWith(
  { child, parent = { name: "id", notNull: true }, besides = [] }: FieldSource & { kind: "many" },
  { alias }: Scope,
): Reading["given"] {
  const pairs = [...(child ? [{ child, parent }] : []), ...besides];
  return (column) => {
    const pair = pairs.find((each) => each.child.name === column.name);
    return pair && under(alias, pair.parent);
  };
}

function compileMany(
  c: Compilation,
  source: FieldSource & { kind: "many" },
  field: GraphQLField<unknown, unknown>,
  nodes: FieldNode[],
  scope: Scope,
  reading: Reading,
): Value {
  if (!isListType(isNonNullType(field.type) ? field.type.ofType : field.type))
    throw new Error(`The field ${field.name} is no list.`);
  const { from, compile } = targetOf(c, field, source.any, reading);
  const alias = c.nextAlias();
  const { through } = source;
  const isWhole = !source.child && !through;
  if (isWhole || from.relation.isHeavy) c.heavy = true;
  const bounded = (scope.bounded || source.perRow === true) && !isWhole;
  const where = [
    ...conditions(c, from, alias, reading, bounded ? scope.alias : undefined),
    ...(source.where ? [source.where(alias, reading)] : []),
  ];
  const { json, joins } = compile(nodes, { alias, bounded, at: reading.at });
  const list = sql`string_agg(${json}, ',' order by ${source.order(alias, reading)})`;
  const given = bounded && !source.through ? commonWith(source, scope) : undefined;
  const rows = rowsOf(from, alias, given ? { ...reading, given } : reading);
  const joined = join(joins, "");
  const listed = (held: Fragment[]) => ({
    text: sql`(select '['||coalesce(${list},'')||']' from ${rows}${joined} where ${join(held, " and ")})`,
    neverNull: true,
  });
  if (isWhole) return listed(where);
  const parent = under(scope.alias, source.parent ?? { name: "id", notNull: true });
  if (bounded) return listed([...where, isChild(c, source, from, { alias, parent, of: scope.alias }, reading)]);
  if (source.besides) throw new Error(`The field ${field.name} has several keys, and is not read per row.`);
  const group = c.nextAlias();
  const pairs = through && c.nextAlias();
  const owner = pairs ? raw(`${pairs}.parent`) : under(alias, source.child!);
  const linked = pairs
    ? sql` join ${pairsLinked(c, through, reading)} ${raw(pairs)} on ${raw(pairs)}.child = ${under(alias, idOf(from.relation))}`
    : raw("");
  const grouped = sql` left join (select ${owner} as parent, ${list} as list from ${rows}${linked}${joined} where ${join(where, " and ")} group by ${owner}) ${raw(group)} on ${raw(group)}.parent = ${parent}`;
  return { text: sql`'['||coalesce(${raw(group)}.list,'')||']'`, joins: [grouped], neverNull: true };
}
