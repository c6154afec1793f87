import { type FieldNode, type GraphQLField, type GraphQLObjectType } from "graphql";
import { Invalid } from "../errors.ts";
import { type Target, targetOf } from "./any.ts";
import { type Compilation, conditions, idOf, objectTypeOf, rowsOf, type Scope } from "./compilation.ts";
import { cursorValues, markedCursor } from "./cursor.ts";
import { type Fragment, join, literal, parameter, type Parameter, raw, sql } from "./fragment.ts";
import { isChild } from "./links.ts";
import { below } from "./located.ts";
import type { Reading } from "./reading.ts";
import { under } from "./relation.ts";
import { fieldsOf, selectionSetsOf } from "./selection.ts";
import type { FieldSource, PageOrder, TypeSource } from "./sources.ts";

export const defaultPageSize = 50;
export const largestPage = 100;
/** Rows that are passed over are read all the same. */
export const mostSkipped = 10_000;

type PagesSource = FieldSource & { kind: "pages" };

interface Page {
  order: (alias: string) => PageOrder;
  size: Parameter;
  backward: boolean;
  hasCursor: boolean;
  skip: Parameter | undefined;
  alias: string;
  /** What its cursors are good for: no other list, no other order. */
  list: string;
}

/** The JSON text of a Relay connection over the rows of `source`. */
export function compilePages(
  c: Compilation,
  source: PagesSource,
  field: GraphQLField<unknown, unknown>,
  nodes: FieldNode[],
  scope: Scope,
  reading: Reading,
): Fragment {
  const connection = objectTypeOf(field);
  const target = targetOf(c, connection.getFields()["nodes"]!, source.any, reading);
  const alias = c.nextAlias();
  const inner = c.nextAlias();
  const order = (of: string) => withId(source.order(of, reading), under(of, idOf(target.from.relation)));
  const list = listName(field, reading, order(alias));
  const page: Page = { order, ...extentOf(reading), alias, list };
  const rows = (of: string) => ({
    from: rowsOf(target.from, of, reading),
    where: matching(c, source, target.from, of, scope, reading),
  });
  const joins: Fragment[] = [];
  // The rows of the page have been held to it before they stand under its alias.
  c.heldTo.set(alias, target.from);
  const json = compileConnection(c, connection, target, nodes, { ...page, at: reading.at }, joins, () => {
    const counted = c.nextAlias();
    const { from, where } = rows(counted);
    return sql`(select count(*) from ${from} where ${join(where, " and ")})::text`;
  });
  const { from, where } = rows(inner);
  const seek = seekConditions(page, inner, reading);
  const taken = sql`select ${raw(inner)}.*, row_number() over (order by ${orderBy(page, inner)})${page.skip ? sql` - ${page.skip}` : nothingMore} as page_row from ${from} where ${join([...where, ...seek], " and ")} order by ${orderBy(page, inner)} limit ${page.size} + 1${page.skip ? sql` offset ${page.skip}` : nothingMore}`;
  // One object even of no rows, and when nothing but totalCount is asked.
  return sql`(select ${json} from (${taken}) ${raw(alias)}${join(joins, "")} having true)`;
}

function compileConnection(
  c: Compilation,
  connection: GraphQLObjectType,
  target: Target,
  nodes: FieldNode[],
  page: Page & Pick<Scope, "at">,
  joins: Fragment[],
  total: () => Fragment,
): Fragment {
  const row = { alias: page.alias, bounded: true, at: page.at };
  const node = (of: FieldNode[]) => {
    const compiled = target.compile(of, row);
    joins.push(...compiled.joins);
    return compiled.json;
  };
  return objectOf(c, connection, nodes, (name, of) => {
    switch (name) {
      case "totalCount":
        return total();
      case "nodes":
        return listOf(page, node(of));
      case "edges":
        return listOf(
          page,
          objectOf(c, objectTypeOf(connection.getFields()["edges"]!), of, (part, inside) =>
            part === "cursor" ? cursorOf(page) : node(inside),
          ),
        );
      default:
        return objectOf(c, objectTypeOf(connection.getFields()["pageInfo"]!), of, (part) => pageInfo(page, part));
    }
  });
}

function objectOf(
  c: Compilation,
  type: GraphQLObjectType,
  nodes: FieldNode[],
  value: (name: string, nodes: FieldNode[]) => Fragment,
): Fragment {
  const pieces = [...fieldsOf(c, type, selectionSetsOf(nodes))].map(([key, of]) => {
    const name = of[0]!.name.value;
    const made = name === "__typename" ? literal(JSON.stringify(type.name)) : below(c, key, () => value(name, of));
    return sql`${literal(`${JSON.stringify(key)}:`)}||${made}`;
  });
  return pieces.length === 0 ? literal("{}") : sql`'{'||${join(pieces, "||','||")}||'}'`;
}

const shown = (page: Page) => sql`${raw(page.alias)}.page_row <= ${page.size}`;
const asRead = (page: Page) => raw(`${page.alias}.page_row${page.backward ? " desc" : ""}`);

const listOf = (page: Page, item: Fragment) =>
  sql`'['||coalesce(string_agg(${item}, ',' order by ${asRead(page)}) filter (where ${shown(page)}),'')||']'`;

const cursorOf = (page: Page) =>
  markedCursor(
    page.list,
    page.order(page.alias).terms.map((term) => term.by),
  );

export const listName = (field: GraphQLField<unknown, unknown>, reading: Reading, { terms }: PageOrder) =>
  `${field.name} ${String(reading.choice("orderBy") ?? "")} ${terms.map((term) => term.type).join()}`;

function pageInfo(page: Page, part: string): Fragment {
  const more = sql`(count(*) > ${page.size})::text`;
  const passed =
    page.skip && !page.hasCursor ? sql`(${page.skip} > 0)::text` : raw(page.hasCursor ? "'true'" : "'false'");
  const edge = (last: boolean) =>
    sql`coalesce((array_agg(${cursorOf(page)} order by ${raw(`${page.alias}.page_row`)} ${raw(last === page.backward ? "" : "desc")}) filter (where ${shown(page)}))[1],'null')`;
  switch (part) {
    case "hasNextPage":
      return page.backward ? passed : more;
    case "hasPreviousPage":
      return page.backward ? more : passed;
    case "startCursor":
      return edge(false);
    default:
      return edge(true);
  }
}

function matching(
  c: Compilation,
  source: PagesSource,
  from: TypeSource,
  alias: string,
  scope: Scope,
  reading: Reading,
): Fragment[] {
  const where = conditions(c, from, alias, reading, source.child && scope.alias);
  if (source.child || source.through) {
    const parent = under(scope.alias, source.parent ?? { name: "id", notNull: true });
    where.push(isChild(c, source, from, { alias, parent, of: scope.alias }, reading));
  }
  if (source.where) where.push(source.where(alias, reading));
  return where;
}

function seekConditions(page: Page, alias: string, reading: Reading): Fragment[] {
  const { terms, descending = false } = page.order(alias);
  return (["after", "before"] as const).flatMap((path) => {
    const cursor = reading.arg(path, "text");
    if (!cursor) return [];
    const values = cursorValues(cursor, page.list, path, terms.length);
    const bounds = terms.map(({ type }, index) => sql`${values[index]!}::${raw(type)}`);
    const comparison = (path === "after") === descending ? "<" : ">";
    return [
      sql`(${join(
        terms.map((term) => term.by),
        ", ",
      )}) ${raw(comparison)} (${join(bounds, ", ")})`,
    ];
  });
}

function orderBy(page: Page, alias: string): Fragment {
  const { terms, descending = false } = page.order(alias);
  return join(
    terms.map((term) => (descending === page.backward ? term.by : sql`${term.by} desc`)),
    ", ",
  );
}

const nothingMore = raw("");

const withId = (order: PageOrder, id: Fragment): PageOrder => ({
  ...order,
  terms: [...order.terms, { by: id, type: "uuid" }],
});

function extentOf(reading: Reading): Pick<Page, "size" | "backward" | "hasCursor" | "skip"> {
  const first = reading.arg("first", "int");
  const last = reading.arg("last", "int");
  if (first && last) throw new Invalid([{ path: ["last"], code: "FIRST_AND_LAST" }]);
  const chosen = last ?? first;
  const path = last ? "last" : "first";
  const bounded = parameter(chosen ? `${chosen.key}!` : `size:${defaultPageSize}`, "int", (environment) => {
    const value = chosen ? (chosen.value(environment) as number) : defaultPageSize;
    if (value < 1 || value > largestPage)
      throw new Invalid([{ path: [path], code: "PAGE_SIZE", params: { most: largestPage } }]);
    return value;
  });
  return {
    size: { ...bounded, path: chosen?.path },
    backward: last !== undefined,
    skip: skipOf(reading, last !== undefined),
    hasCursor: Boolean(reading.arg("after", "text") ?? reading.arg("before", "text")),
  };
}

function skipOf(reading: Reading, isBackward: boolean): Parameter | undefined {
  const skip = reading.arg("skip", "int");
  if (!skip) return undefined;
  if (isBackward) throw new Invalid([{ path: ["skip"], code: "SKIP_AND_LAST" }]);
  const bounded = parameter(`${skip.key}!`, "int", (environment) => {
    const value = skip.value(environment) as number;
    if (value < 0 || value > mostSkipped)
      throw new Invalid([{ path: ["skip"], code: "PAGE_SKIP", params: { most: mostSkipped } }]);
    return value;
  });
  return { ...bounded, path: skip.path };
}
