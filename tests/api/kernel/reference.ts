import {
  defaultFieldResolver,
  getNamedType,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type GraphQLNamedType,
  isAbstractType,
} from "graphql";
import { type Actor, callerOf } from "@maple-bridge/server/kernel/actor";
import { fromOf, idOf, sourceOf } from "@maple-bridge/server/kernel/read/compilation";
import { filterOf } from "@maple-bridge/server/kernel/read/conditions";
import { markedCursor, sealWith } from "@maple-bridge/server/kernel/read/cursor";
import {
  type Fragment,
  join,
  parameter,
  raw,
  type ReadEnvironment,
  sql,
  toStatement,
} from "@maple-bridge/server/kernel/read/fragment";
import { listName } from "@maple-bridge/server/kernel/read/pages";
import { type Reading, readingOf } from "@maple-bridge/server/kernel/read/reading";
import { type ColumnReference, under } from "@maple-bridge/server/kernel/read/relation";
import type { AnyRow, FieldSource, PageOrder, TypeSource } from "@maple-bridge/server/kernel/read/sources";
import { isLinked } from "./reference-links.ts";
import type { Found, Read } from "./reference-read.ts";
import { allOf, row, sightOf } from "./reference-sight.ts";
import { graphqlValue } from "./reference-values.ts";

let tables = 0;
/** What the cursors of both ways are sealed with. */
export const seal = sealWith(Buffer.alloc(32, 7));

/** One row as graphql-js walks it: its type, the reading its rows were made with, and its text as identity. */
interface Held {
  type: GraphQLObjectType;
  /** Of a row that stands for one of another type: what it is read from. */
  from?: TypeSource;
  reading: Reading;
  args: Record<string, unknown>[];
  text: string;
}

/**
 * Resolvers that answer each field by itself with one small query: the same declarations read the slow and simple way.
 * Selections, aliases, directives, nulls and lists are graphql-js's own; pages are cut in JavaScript.
 */
export function referenceResolvers(schema: GraphQLSchema, { database, known, laid }: Read, actor: Actor, now: string) {
  const caller = callerOf(actor);
  const environment = (args: Record<string, unknown>[]): ReadEnvironment => ({
    bureauId: actor.bureauId,
    accountId: actor.accountId,
    now,
    scope: caller.scope,
    args,
  });

  function run(fragment: Fragment, args: Record<string, unknown>[]): Promise<readonly Found[]> {
    const statement = toStatement(fragment);
    const values = statement.bind(environment(args)) as string[];
    const key = JSON.stringify([statement.text, values]);
    let found = known.get(key);
    if (!found) known.set(key, (found = database.unsafe<Found[]>(statement.text, values).execute()));
    return found;
  }

  /** The rows of a source, laid down once: each value of each of them is taken from it by itself. */
  function rowsLaid({ relation }: TypeSource, reading: Reading, args: Record<string, unknown>[]): Promise<Fragment> {
    const statement = toStatement(
      sql`select ${raw(row)}.*, ${raw(row)}::text as row_text from ${relation.source(reading)} ${raw(row)}`,
    );
    const values = statement.bind(environment(args)) as string[];
    const key = JSON.stringify([statement.text, values]);
    let made = laid.get(key);
    if (!made) {
      const name = `laid_${++tables}`;
      made = database
        .unsafe(`create temporary table ${name} as ${statement.text}`, values)
        .then(() => database.unsafe(`create index on ${name} (md5(row_text))`))
        .then(() => raw(name));
      laid.set(key, made);
    }
    return made;
  }

  async function rowsOf(
    type: GraphQLObjectType,
    reading: Reading,
    args: Record<string, unknown>[],
    where: (alias: string) => Fragment[],
    order?: (alias: string) => Fragment,
    from: TypeSource = fromOf(type)!,
  ): Promise<Held[]> {
    const filter = join([...sightOf(from, reading), ...where(row)], " and ");
    const found = await run(
      sql`select ${raw(row)}::text as text from ${from.relation.source(reading)} ${raw(row)} where ${filter} ${order ? sql`order by ${order(row)}` : raw("")}`,
      args,
    );
    return found.map(({ text }) => ({ type, from, reading, args, text }));
  }

  async function valueOf(
    held: Held,
    expression: (alias: string) => Fragment,
    args: Record<string, unknown>[],
  ): Promise<unknown> {
    const from = held.from ?? fromOf(held.type)!;
    const identity = parameter("identity", "text", () => held.text);
    const rows = await rowsLaid(from, held.reading, held.args);
    const made = sql`select to_jsonb(${expression(row)}) as value from ${rows} ${raw(row)} where md5(${raw(row)}.row_text) = md5(${identity}) and ${raw(row)}.row_text = ${identity} and ${join(sightOf(from, held.reading), " and ")} limit 1`;
    const [found] = await run(made, args);
    return found?.value ?? null;
  }

  return async function resolve(
    root: unknown,
    rawArgs: Record<string, unknown>,
    context: unknown,
    info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const field = info.parentType.getFields()[info.fieldName]!;
    const source = sourceOf(field);
    if (!source) return defaultFieldResolver(root, rawArgs, context, info);
    const held = root as Held | undefined;
    const inherited = held?.args ?? [];
    const args = [...inherited, rawArgs];
    const reading = readingOf(caller.shape, rawArgs, args.length - 1, {
      filter: filterOf(field),
      above: held?.reading.at,
    });
    const named = getNamedType(info.returnType);
    switch (source.kind) {
      case "column":
        return graphqlValue(named.name, await valueOf(held!, (alias) => under(alias, source.column), args));
      case "sql":
        return graphqlValue(named.name, await valueOf(held!, (alias) => source.build(alias, reading), args));
      case "self":
        return { ...held!, type: named as GraphQLObjectType };
      case "row":
        return (
          (await rowsOf(named as GraphQLObjectType, reading, args, (alias) => [source.where(alias, reading)]))[0] ??
          null
        );
      case "node":
        return nodeOf(reading, args);
      case "any":
        return meantBy(held!, source, reading, args, named);
      case "one": {
        const key = await valueOf(held!, (alias) => sql`${under(alias, source.key)}::text`, args);
        const type = named as GraphQLObjectType;
        const target = source.target ?? idOf(fromOf(type)!.relation);
        return key === null
          ? null
          : ((
              await rowsOf(type, reading, [...args], (alias) => [
                sql`${under(alias, target)}::text = ${text("key", key)}`,
              ])
            )[0] ?? null);
      }
      case "many": {
        const rows = await children(source, held, named, reading, args, (alias) => source.order(alias, reading));
        return rows.map(({ row }) => row);
      }
      case "pages":
        return page(field, source, held, named as GraphQLObjectType, reading, args, rawArgs);
    }
  };

  async function nodeOf(reading: Reading, args: Record<string, unknown>[]) {
    for (const type of schema.getPossibleTypes(schema.getType("Node") as never)) {
      const from = fromOf(type);
      if (!from) continue;
      const [found] = await rowsOf(type, reading, args, (alias) => [
        sql`${under(alias, idOf(from.relation))} = ${reading.arg("id", "uuid")!}`,
      ]);
      if (found) return found;
    }
    return null;
  }

  async function children(
    source: FieldSource & { kind: "many" | "pages" },
    held: Held | undefined,
    type: GraphQLNamedType,
    reading: Reading,
    args: Record<string, unknown>[],
    order: (alias: string) => Fragment,
  ): Promise<{ of: Held; row: Held }[]> {
    const parent: ColumnReference = source.parent ?? { name: "id", notNull: true };
    const { through, any, child, besides = [] } = source;
    const of = (column: ColumnReference) => valueOf(held!, (alias) => sql`${under(alias, column)}::text`, args);
    const key = child || through ? await of(parent) : null;
    const others = await Promise.all(besides.map((pair) => of(pair.parent)));
    const own = (alias: string) => [
      ...(child ? [sql`${under(alias, child)}::text = ${text("parent", key)}`] : []),
      ...besides.map((pair, at) => sql`${under(alias, pair.child)}::text = ${text(`besides${at}`, others[at])}`),
      ...(through
        ? [
            isLinked(
              through,
              sql`${under(alias, idOf(fromOf(type as GraphQLObjectType)!.relation))}`,
              text("parent", key),
              reading,
            ),
          ]
        : []),
      ...(source.where ? [source.where(alias, reading)] : []),
    ];
    if (!any)
      return (await rowsOf(type as GraphQLObjectType, reading, args, own, order)).map((row) => ({ of: row, row }));
    const named = await rowsOf(type as GraphQLObjectType, reading, args, own, order, allOf(any.relation!));
    const rows = await Promise.all(named.map(async (of) => ({ of, row: await meantBy(of, any, reading, args, type) })));
    return rows.filter((each): each is { of: Held; row: Held } => each.row !== null);
  }

  /** The row of another type that a row names, where it is seen. */
  async function meantBy(
    held: Held,
    { type, id }: AnyRow,
    reading: Reading,
    args: Record<string, unknown>[],
    named: GraphQLNamedType,
  ): Promise<Held | null> {
    const name = await valueOf(held, (alias) => sql`${under(alias, type)}::text`, args);
    const key = await valueOf(held, (alias) => sql`${under(alias, id)}::text`, args);
    const of = schema.getPossibleTypes(named as GraphQLAbstractType).find((each) => each.name === name);
    if (!of || key === null) return null;
    const own = (alias: string) => [sql`${under(alias, idOf(fromOf(of)!.relation))}::text = ${text("meant", key)}`];
    return (await rowsOf(of, reading, args, own))[0] ?? null;
  }

  async function page(
    field: GraphQLField<unknown, unknown>,
    source: FieldSource & { kind: "pages" },
    held: Held | undefined,
    connection: GraphQLObjectType,
    reading: Reading,
    args: Record<string, unknown>[],
    given: Record<string, unknown>,
  ) {
    const type = getNamedType(connection.getFields()["nodes"]!.type);
    const id = idOf(source.any?.relation ?? fromOf(type as GraphQLObjectType)!.relation);
    const termsOf = (alias: string): PageOrder => {
      const order = source.order(alias, reading);
      return { ...order, terms: [...order.terms, { by: under(alias, id), type: "uuid" }] };
    };
    const all = await children(source, held, type, reading, args, (alias) => {
      const order = termsOf(alias);
      return join(
        order.terms.map((term) => (order.descending ? sql`${term.by} desc` : term.by)),
        ", ",
      );
    });
    const [size, skip] = [Number(given["first"] ?? given["last"] ?? 50), Number(given["skip"] ?? 0)];
    const isBackward = given["last"] !== undefined && given["last"] !== null;
    const taken = isBackward ? all.slice(Math.max(0, all.length - size)) : all.slice(skip, skip + size);
    const cursorOf = ({ of }: { of: Held }) =>
      valueOf(
        of,
        (alias) =>
          markedCursor(
            listName(field, reading, termsOf(alias)),
            termsOf(alias).terms.map((term) => term.by),
          ),
        args,
      ).then((marked) => JSON.parse(seal.close(String(marked))) as string);
    const more = all.length > skip + size;
    return {
      totalCount: all.length,
      nodes: taken.map(({ row }) => row),
      edges: taken.map((each) => ({ node: each.row, cursor: () => cursorOf(each) })),
      pageInfo: {
        hasNextPage: isBackward ? false : more,
        hasPreviousPage: isBackward ? more : skip > 0,
        startCursor: () => (taken[0] ? cursorOf(taken[0]) : null),
        endCursor: () => (taken.length > 0 ? cursorOf(taken.at(-1)!) : null),
      },
    };
  }
}

/** Lets graphql-js tell the concrete type of a held row. */
export function useReferenceTypes(schema: GraphQLSchema) {
  for (const type of Object.values(schema.getTypeMap()))
    if (isAbstractType(type)) type.resolveType = (row: unknown) => (row as Held).type.name;
}

const text = (key: string, value: unknown) => parameter(`reference:${key}`, "text", () => value);
