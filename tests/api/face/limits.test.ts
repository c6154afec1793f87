import { getIntrospectionQuery } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";

let bureau: Bureau;
beforeAll(async () => {
  bureau = await makeBureau();
  await bureau.administrator.run("{ bureau { id } }");
});

const nested = (field: string, times: number) => `${`${field} { `.repeat(times)}id${" }".repeat(times)}`;
const doubling = Array.from(
  { length: 22 },
  (_, index) => `fragment F${index} on Unit { id ...F${index + 1} a${index}: units { ...F${index + 1} } }`,
);

describe("a document beyond the limits", () => {
  it.each([
    ["too deep", `{ bureau { ${nested("units", 12)} } }`, /最多 12 层/],
    [
      "of too many aliases",
      `{ ${Array.from({ length: 31 }, (_, index) => `a${index}: bureau { id }`).join(" ")} }`,
      /最多 30 个/,
    ],
    ["too long", `{ bureau { ${"id ".repeat(1_000)} } }`, /token/],
    [
      "of fragments that double",
      `{ bureau { units { ...F0 } } } ${doubling.join(" ")} fragment F22 on Unit { id }`,
      /层级|字段|别名/,
    ],
    ["that could answer too much", "{ bureau { units { parent { units { parent { units { id } } } } } } }", /个值/],
  ])("is refused when it is %s, at once", async (_name, document, says) => {
    const began = performance.now();
    const { message } = await bureau.administrator.refused(document);
    expect(message).toMatch(says);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it("is refused by what its variables ask for", async () => {
    const document =
      "query ($first: Int) { units(first: $first) { nodes { parent { units { parent { units { parent { units { id name code level kind } } } } } } } } }";
    expect(await bureau.administrator.run(document, { first: 1 })).toBeTruthy();
    expect(await bureau.administrator.refused(document, { first: 100 })).toMatchObject({ code: "DOCUMENT_LIMIT" });
  });

  it("asks for pages of 1 to 100", async () => {
    for (const first of [0, -1, 101]) {
      const refused = await bureau.administrator.refused(
        "query ($first: Int) { units(first: $first) { totalCount } }",
        { first },
      );
      expect(refused).toMatchObject({
        code: "INVALID",
        fields: [{ path: ["first"], code: "PAGE_SIZE", params: { most: 100 } }],
      });
    }
  });
});

describe("the schema", () => {
  it("is told to whoever is signed in", async () => {
    const { __schema: schema } = await bureau.administrator.run(getIntrospectionQuery());
    expect(schema.queryType.name).toBe("Query");
  });

  it("is not told to strangers, whichever way they ask", async () => {
    for (const document of [
      getIntrospectionQuery(),
      '{ __type(name: "Bureau") { name } }',
      "{ ...S } fragment S on Query { __schema { queryType { name } } }",
    ])
      expect(await bureau.stranger.refused(document)).toMatchObject({ code: "UNAUTHENTICATED" });
  });
});
