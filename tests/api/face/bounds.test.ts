import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import postgres from "postgres";
import { longestOf } from "@maple-bridge/server/kernel/text-bounds";
import { beforeAll, describe, expect, it } from "vitest";
import { type Bureau, makeBureau, theServer } from "../../support/bureau.ts";
import type { Client } from "../../support/client.ts";

const dummies: Record<string, unknown> = {
  ID: "00000000-0000-7000-8000-000000000000",
  String: "x",
  Int: 1,
  Float: 1,
  Boolean: true,
  DateTime: "2026-11-22T00:00:00Z",
  LocalDate: "2026-11-22",
};

/** A made-up value with all that it requires. */
function valueOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType);
  if (isListType(type)) return [valueOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (!isInputObjectType(type)) return dummies[type.name];
  const required = Object.values(type.getFields()).filter(isRequired);
  return Object.fromEntries(required.map((field) => [field.name, valueOf(field.type)]));
}

const isRequired = ({ type, defaultValue }: GraphQLArgument | GraphQLInputField) =>
  isNonNullType(type) && defaultValue === undefined;

let bureau: Bureau;
let token: Client;
beforeAll(async () => {
  bureau = await makeBureau();
  token = await bureau.token(bureau.administrator.accountId);
});

describe("a text that a caller gives", () => {
  type Taker = GraphQLArgument | GraphQLInputField;
  interface Place {
    taker: Taker;
    path: string[];
    /** A value of the whole argument that holds the text there. */
    holding(text: string): unknown;
  }

  /** Every place of an argument that takes a text, in input objects too. */
  function placesOf(taker: Taker, path: string[], holding: (value: unknown) => unknown): Place[] {
    const at = [...path, taker.name];
    const [inList, item] = unwrapped(taker.type);
    const held = (value: unknown) => holding(inList ? [value] : value);
    const here = inList ? [...at, "0"] : at;
    if (longestOf(taker) !== undefined) return [{ taker, path: here, holding: held }];
    if (!isInputObjectType(item)) return [];
    return Object.values(item.getFields()).flatMap((field) =>
      placesOf(field, here, (value) => held({ ...(valueOf(item) as object), [field.name]: value })),
    );
  }

  const unwrapped = (type: GraphQLInputType): [boolean, GraphQLInputType] => {
    const inner = isNonNullType(type) ? type.ofType : type;
    return isListType(inner) ? [true, unwrapped(inner.ofType)[1]] : [false, inner];
  };

  const isText = (taker: Taker) => ["String", "ID"].includes(getNamedType(taker.type).name);

  it("has a longest length wherever the schema takes one, and a search a short one", async () => {
    const { schema } = (await theServer()).app;
    const takers = Object.values(schema.getTypeMap()).flatMap((type): Taker[] =>
      isInputObjectType(type)
        ? Object.values(type.getFields())
        : "getFields" in type
          ? Object.values(type.getFields()).flatMap((field) => ("args" in field ? field.args : []))
          : [],
    );
    const texts = takers.filter(isText);
    expect(texts.length).toBeGreaterThan(100);
    for (const taker of texts) {
      expect([taker.name, longestOf(taker)]).toEqual([taker.name, expect.any(Number)]);
      expect(longestOf(taker)).toBeLessThanOrEqual(taker.name === "search" ? 100 : 2_000);
    }
  });

  it("is refused beyond it by every root field, naming the field and the length", async () => {
    const { schema } = (await theServer()).app;
    const roots = [
      ["query", schema.getQueryType()!],
      ["mutation", schema.getMutationType()!],
    ] as const;
    let tried = 0;
    for (const [kind, type] of roots)
      for (const field of Object.values(type.getFields()))
        for (const arg of field.args)
          for (const { taker, path, holding } of placesOf(arg, [], (value) => value)) {
            const most = longestOf(taker)!;
            const others = field.args.filter((each) => each !== arg && isRequired(each));
            const declared = [arg, ...others].map(({ name, type }) => `$${name}: ${String(type)}`).join(", ");
            const given = [arg, ...others].map(({ name }) => `${name}: $${name}`).join(", ");
            const selection = isComposite(String(getNamedType(field.type))) ? " { __typename }" : "";
            const variables = {
              ...Object.fromEntries(others.map((each) => [each.name, valueOf(each.type)])),
              [arg.name]: holding("枫".repeat(most + 1)),
            };
            const refused = await token.refused(
              `${kind} (${declared}) { ${field.name}(${given})${selection} }`,
              variables,
            );
            expect([
              field.name,
              refused.code,
              ...refused.fields.map((each) => [each.path.join("."), each.code, each.params]),
            ]).toEqual([field.name, "INVALID", [path.join("."), "TOO_LONG", { most }]]);
            tried++;
          }
    expect(tried).toBeGreaterThan(100);

    function isComposite(name: string) {
      const type = schema.getType(name);
      return type !== undefined && ("getFields" in type || "getTypes" in type);
    }
  }, 120_000);

  it("is refused as a literal too, and below a root field", async () => {
    const long = "x".repeat(101);
    expect(await token.refused(`{ members(filter: { search: "${long}" }) { totalCount } }`)).toMatchObject({
      fields: [{ path: ["filter", "search"], code: "TOO_LONG", params: { most: 100 } }],
    });
    expect(await token.run(`{ members(filter: { search: "${"𠮷".repeat(100)}" }) { totalCount } }`)).toBeTruthy();
  });
});

describe("what an operation costs", () => {
  it("is told apart by the variables that it declares, however others are spelt", async () => {
    const document =
      "query ($a: Int, $n: Int) { units(first: $a) { nodes { parent { units { parent { units { parent { units { id } } } } } } } } n: units(first: $n) { totalCount } }";
    expect(await token.refused(document, { "a=1;n": 100 })).toMatchObject({
      code: "BAD_USER_INPUT",
      detail: "VARIABLE_UNDECLARED",
    });
    expect(await token.run(document, { a: 1, n: 1 })).toBeTruthy();
    for (let turn = 0; turn < 2; turn++)
      expect(await token.refused(document, { a: 100, n: 1 })).toMatchObject({ code: "DOCUMENT_LIMIT" });
  });

  it("goes by what a variable stands for where it is not given", async () => {
    const document = (first: string) =>
      `query ($first: Int${first}) { units(first: $first) { nodes { parent { units { parent { units { parent { units { id } } } } } } } } }`;
    expect(await token.run(document(" = 1"))).toBeTruthy();
    expect(await token.refused(document(" = 100"))).toMatchObject({ code: "DOCUMENT_LIMIT" });
    const required = `query ($grid: ID! = "${dummies["ID"] as string}", $with: Boolean! = false) {
      candidates(gridId: $grid, duty: MEDIATOR) { totalCount nodes @include(if: $with) { id } } }`;
    expect(await token.run(required)).toBeTruthy();
  });

  it("counts what lists without pages hold", async () => {
    const nested = `{ unit(id: "${bureau.rootId}") { grids { station { grids { id } } } } }`;
    expect(await token.refused(nested)).toMatchObject({ code: "DOCUMENT_LIMIT", detail: "DOCUMENT_TOO_COSTLY" });
    expect(await token.run(nested.replace("station { grids { id } }", "station { id }"))).toBeTruthy();
  });

  it("counts the keys that come back with each row", async () => {
    const long = "x".repeat(65);
    for (const document of [
      `{ bureau { ${long}: id } }`,
      `query ${long} { bureau { id } }`,
      `{ bureau { ...${long} } } fragment ${long} on Bureau { id }`,
    ])
      expect(await token.refused(document)).toMatchObject({ detail: "DOCUMENT_NAME_TOO_LONG" });
  });

  it("counts what is refused of variables that are undeclared in known operations too", async () => {
    const document = "query ($first: Int) { units(first: $first) { totalCount } }";
    for (let turn = 0; turn < 3; turn++) expect(await token.run(document, { first: 1 })).toBeTruthy();
    expect(await token.refused(document, { first: 1, firts: 2 })).toMatchObject({ detail: "VARIABLE_UNDECLARED" });
  });
});

describe("an answer", () => {
  it("beyond the bytes that there may be is refused in the database, with its figure", async () => {
    const { app } = await theServer();
    const refused = app.database.read(
      {
        text: "select case when octet_length(a.json) > 1000 then maple_answer_too_large(octet_length(a.json), 1000) else a.json end from (select repeat('x', 1234) as json offset 0) a where $1::int = 1",
        parameters: [],
        bind: () => ["1"],
      },
      { bureauId: bureau.id, accountId: bureau.administrator.accountId, now: "", scope: () => [], args: [] },
      { heavy: false, prepare: false },
    );
    await expect(refused).rejects.toMatchObject({
      code: "INVALID",
      detail: "ANSWER_TOO_LARGE",
      params: { bytes: 1234, most: 1000 },
    });
  });

  it("that a document asks for is refused when the rows hold more than was thought", async () => {
    const stationId = bureau.rootId;
    const day = "2024-01-01";
    await bureau.sql(
      (sql) => sql`
        with laid as materialized (select gen_random_uuid() as id, n from generate_series(1, 3000) n), made as (
          insert into grids (bureau_id, id, code, code_scheme, opened_on) select ${bureau.id}, id, n::text, 'LOCAL', ${day} from laid
        )
        insert into grid_facts (bureau_id, grid_id, starts_on, station_id, name, name_initials, kind)
        select ${bureau.id}, id, '-infinity', ${stationId}, repeat('枫', 60), 'f', 'ENTERPRISE' from laid`,
    );
    // Else it may be planned for a few rows, and take too long to be too large.
    const superuser = postgres((await theServer()).superuserUrl, { max: 1 });
    await superuser`analyze grids, grid_facts`;
    await superuser.end();
    const names = Array.from({ length: 25 }, (_, at) => `n${at}: name`).join(" ");
    const refused = await token.refused(`{ unit(id: "${stationId}") { grids { ${names} } } }`);
    expect(refused).toMatchObject({ code: "INVALID", detail: "ANSWER_TOO_LARGE" });
    expect(refused.message).toMatch(/\d{7,}/);
  });
});
