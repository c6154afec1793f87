import {
  type FieldNode,
  getNamedType,
  type GraphQLAbstractType,
  type GraphQLField,
  isAbstractType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from "graphql";
import {
  type Compilation,
  type Compiled,
  conditions,
  fromOf,
  fromRequired,
  idOf,
  rowsOf,
  type Scope,
} from "./compilation.ts";
import { type Fragment, join, literal, raw, sql } from "./fragment.ts";
import type { Reading } from "./reading.ts";
import { under } from "./relation.ts";
import { selectionSetsOf } from "./selection.ts";
import type { AnyRow, TypeSource } from "./sources.ts";

/** What the rows of a field are read from, and how a selection of one under the scope's alias is compiled. */
export interface Target {
  from: TypeSource;
  compile(nodes: readonly FieldNode[], scope: Scope): Compiled;
}

/** Of rows of one type, or of several: then each row says which type it is of, and which row of that type is meant. */
export function targetOf(
  c: Compilation,
  field: Pick<GraphQLField<unknown, unknown>, "type" | "name">,
  any: AnyRow | undefined,
  reading: Reading,
): Target {
  const type = getNamedType(field.type);
  if (isObjectType(type))
    return {
      from: fromRequired(type),
      compile: (nodes, scope) => c.object(type, selectionSetsOf(nodes), scope),
    };
  if (!isAbstractType(type) || !any?.relation)
    throw new Error(`The field ${field.name} gives neither rows of a type nor says of which types.`);
  const visible = (alias: string) => isSeen(c, type, rowUnder(any, alias), reading);
  return {
    from: { relation: any.relation, visible, rule: visible },
    compile: (nodes, scope) => compileAny(c, type, rowUnder(any, scope.alias), nodes, scope, reading),
  };
}

interface Meant {
  type: Fragment;
  id: Fragment;
}

export const rowUnder = ({ type, id }: AnyRow, alias: string): Meant => ({
  type: under(alias, type),
  id: under(alias, id),
});

/** A row of several types is seen where the row is that it means. */
function isSeen(c: Compilation, type: GraphQLAbstractType, meant: Meant, reading: Reading): Fragment {
  const seen = possible(c, type).map(({ of, from }) => {
    const alias = c.nextAlias();
    return sql`(${isMeant(of.name, meant)} and exists (select from ${rowsOf(from, alias, reading)} where ${join(rowsMeant(c, from, alias, meant, reading), " and ")}))`;
  });
  return seen.length > 0 ? sql`(${join(seen, " or ")})` : raw("false");
}

/** The row that is meant, joined by its id under the type it is of; null where it is not seen. */
export function compileAny(
  c: Compilation,
  type: GraphQLAbstractType,
  meant: Meant,
  nodes: readonly FieldNode[],
  scope: Scope,
  reading: Reading,
): Compiled {
  const joins: Fragment[] = [];
  const cases: Fragment[] = [];
  for (const { of, from } of possible(c, type)) {
    const alias = c.nextAlias();
    const on = join([isMeant(of.name, meant), ...rowsMeant(c, from, alias, meant, reading, scope.alias)], " and ");
    const compiled = c.object(of, setsOfAny(c, nodes), { ...scope, alias, at: reading.at });
    const rows = rowsOf(from, alias, reading);
    joins.push(
      scope.bounded
        ? sql` left join lateral (select * from ${rows} where ${on} offset 0) ${raw(alias)} on true`
        : sql` left join ${rows} on ${on}`,
      ...compiled.joins,
    );
    cases.push(sql` when ${under(alias, idOf(from.relation))} is not null then ${compiled.json}`);
  }
  return { json: cases.length > 0 ? sql`case${join(cases, "")} end` : raw("null"), joins };
}

const possible = (c: Compilation, type: GraphQLAbstractType) =>
  c.schema.getPossibleTypes(type).flatMap((of) => {
    const from = fromOf(of);
    return from ? [{ of, from }] : [];
  });

const isMeant = (name: string, { type }: Meant) => sql`${type} = ${literal(name)}`;

const rowsMeant = (
  c: Compilation,
  from: TypeSource,
  alias: string,
  { id }: Meant,
  reading: Reading,
  above?: string,
) => [...conditions(c, from, alias, reading, above), sql`${under(alias, idOf(from.relation))} = ${id}`];

const typeName: SelectionSetNode = {
  kind: Kind.SELECTION_SET,
  selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } }],
};

/** graphql-js asks a row of several types for its own. */
export const setsOfAny = (c: Compilation, nodes: readonly FieldNode[]) => [
  ...(c.isWalked ? [typeName] : []),
  ...selectionSetsOf(nodes),
];
