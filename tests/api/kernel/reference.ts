import {
  defaultFieldResolver,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isInterfaceType,
} from "graphql";
import type { Sql } from "postgres";
import { type Actor, callerOf } from "@maple-bridge/server/kernel/actor";
import { conditions, fromOf, idOf, sourceOf } from "@maple-bridge/server/kernel/read/compilation";
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
import type { FieldSource, PageOrder, TypeSource } from "@maple-bridge/server/kernel/read/sources";

let tables = 0;

/** What the cursors of both ways are sealed with. */
export const seal = sealWith(Buffer.alloc(32, 7));

interface Found {
  value: unknown;
  text: string;
}

/** One row as graphql-js walks it: its type, the reading its rows were made with, and its text as identity. */
interface Held {
  type: GraphQLObjectType;
  reading: Reading;
  args: Record<string, unknown>[];
  text: string;
}

/**
 * Resolvers that answer each field by itself with one small query: the same declarations read the slow and simple way.
 * Selections, aliases, directives, nulls and lists are graphql-js's own; pages are cut in JavaScript.
 */
export function referenceResolvers(schema: GraphQLSchema, database: Sql, actor: Actor, now: string) {
  const caller = callerOf(actor);
  const environment = (args: Record<string, unknown>[]): ReadEnvironment => ({
    bureauId: actor.bureauId,
    accountId: actor.accountId,
    now,
    scope: caller.scope,
    args,
  });

  const known = new Map<string, Promise<readonly Found[]>>();

  /** Nothing changes meanwhile: what was read on another path to the same row is not read again. */
  function run(fragment: Fragment, args: Record<string, unknown>[]): Promise<readonly Found[]> {
    const statement = toStatement(fragment);
    const values = statement.bind(environment(args)) as string[];
    const key = JSON.stringify([statement.text, values]);
    let found = known.get(key);
    if (!found) known.set(key, (found = database.unsafe<Found[]>(statement.text, values).execute()));
    return found;
  }

  const laid = new Map<string, Promise<Fragment>>();

  /** The rows of a source, laid down once: each value of each of them is taken from it by itself. */
  function rowsLaid({ relation }: TypeSource, reading: Reading, args: Record<string, unknown>[]): Promise<Fragment> {
    const statement = toStatement(sql`select t.*, t::text as row_text from ${relation.source(reading)} t`);
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
  ): Promise<Held[]> {
    const from = fromOf(type)!;
    const filter = join([...conditions(from, "t", reading), ...where("t")], " and ");
    const found = await run(
      sql`select t::text as text from ${from.relation.source(reading)} t where ${filter} ${order ? sql`order by ${order("t")}` : raw("")}`,
      args,
    );
    return found.map(({ text }) => ({ type, reading, args, text }));
  }

  async function valueOf(
    held: Held,
    expression: (alias: string) => Fragment,
    args: Record<string, unknown>[],
  ): Promise<unknown> {
    const from = fromOf(held.type)!;
    const identity = parameter("identity", "text", () => held.text);
    const rows = await rowsLaid(from, held.reading, held.args);
    const made = sql`select to_jsonb(${expression("t")}) as value from ${rows} t where md5(t.row_text) = md5(${identity}) and t.row_text = ${identity} and ${join(conditions(from, "t", held.reading), " and ")} limit 1`;
    const [row] = await run(made, args);
    return row?.value ?? null;
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
    const reading = readingOf(caller.shape, rawArgs, args.length - 1, held && { above: held.reading.at });
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
      case "many":
        return children(source, held, named as GraphQLObjectType, reading, args, (alias) =>
          source.order(alias, reading),
        );
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
    type: GraphQLObjectType,
    reading: Reading,
    args: Record<string, unknown>[],
    order: (alias: string) => Fragment,
  ) {
    const parent: ColumnReference = source.parent ?? { name: "id", notNull: true };
    const key = source.child ? await valueOf(held!, (alias) => sql`${under(alias, parent)}::text`, args) : null;
    const own = (alias: string) => [
      ...(source.child ? [sql`${under(alias, source.child)}::text = ${text("parent", key)}`] : []),
      ...(source.where ? [source.where(alias, reading)] : []),
    ];
    return rowsOf(type, reading, args, own, order);
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
    const type = getNamedType(connection.getFields()["nodes"]!.type) as GraphQLObjectType;
    const id = idOf((fromOf(type) as TypeSource).relation);
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
    const size = Number(given["first"] ?? given["last"] ?? 50);
    const isBackward = given["last"] !== undefined && given["last"] !== null;
    const nodes = isBackward ? all.slice(Math.max(0, all.length - size)) : all.slice(0, size);
    const cursorOf = (row: Held) =>
      valueOf(
        row,
        (alias) =>
          markedCursor(
            listName(field, reading, termsOf(alias)),
            termsOf(alias).terms.map((term) => term.by),
          ),
        args,
      ).then((marked) => JSON.parse(seal.close(String(marked))) as string);
    const more = all.length > size;
    return {
      totalCount: all.length,
      nodes,
      edges: nodes.map((node) => ({ node, cursor: () => cursorOf(node) })),
      pageInfo: {
        hasNextPage: isBackward ? false : more,
        hasPreviousPage: isBackward ? more : false,
        startCursor: () => (nodes[0] ? cursorOf(nodes[0]) : null),
        endCursor: () => (nodes.length > 0 ? cursorOf(nodes.at(-1)!) : null),
      },
    };
  }
}

/** Lets graphql-js tell the concrete type of a held row. */
export function useReferenceTypes(schema: GraphQLSchema) {
  for (const type of Object.values(schema.getTypeMap()))
    if (isInterfaceType(type)) type.resolveType = (row: unknown) => (row as Held).type.name;
}

const text = (key: string, value: unknown) => parameter(`reference:${key}`, "text", () => value);

function graphqlValue(type: string, value: unknown): unknown {
  if (value === null) return null;
  if (type === "DateTime") return new Date(String(value)).toISOString();
  return value;
}
