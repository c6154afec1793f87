import fc from "fast-check";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { buildApp } from "@maple-bridge/server";
import { modules } from "@maple-bridge/server/modules";
import { makeBureau, theServer } from "../../support/bureau.ts";
import { clientOf } from "../../support/client.ts";
import { compare, type Comparison } from "./comparing.ts";
import { documents } from "./documents.ts";
import { severalTypes } from "./several-types.ts";

const runs = Number(process.env["MAPLE_PROPERTY_RUNS"] ?? 15);
const probes = new Set(["everyThing", "places", "areas", "thingPages", "notes"]);
let comparison: Comparison;

beforeAll(async () => {
  comparison = await compare([...modules, severalTypes]);
});

afterAll(() => comparison.close());

const compiled = (text: string) => comparison.compiledAnswer(comparison.documentOf(text), {}, comparison.actors[0]!);

async function bothAnswers(text: string, turn = 0) {
  const { actors, documentOf, compiledAnswer, walkedAnswer } = comparison;
  const actor = actors[turn % actors.length]!;
  const answer = await compiledAnswer(documentOf(text), {}, actor);
  expect(answer).toEqual(await walkedAnswer(text, {}, actor));
  return answer;
}

test("documents of rows of several types, and of rows linked with many, give what graphql-js gives", async () => {
  const { schema, actors, pool, documentOf, compiledAnswer, walkedAnswer } = comparison;
  const others = Object.keys(schema.getQueryType()!.getFields()).filter((name) => !probes.has(name));
  await fc.assert(
    fc.asyncProperty(documents(schema, pool, new Set(others)), fc.nat(), async (generated, turn) => {
      const actor = actors[turn % actors.length]!;
      for (const variables of generated.variables) {
        const compiled = await compiledAnswer(documentOf(generated.text), variables, actor);
        expect(compiled).toEqual(await walkedAnswer(generated.text, variables, actor));
      }
    }),
    { numRuns: runs, endOnFailure: true },
  );
}, 300_000);

test("a list of several types has each row under its own, and none that is not seen or not there", async () => {
  const text =
    "{ places { name things { type: __typename id name ... on Person { phone areas { name } } ... on Area { households people { name } } } } }";
  const { places } = await bothAnswers(text);
  const types = places.flatMap(({ things }: { things: { type: string }[] }) => things.map((each) => each.type));
  expect(new Set(types)).toEqual(new Set(["Place", "Area", "Person"]));
  const whole = "{ everyThing { type: __typename name } thingPages(first: 1) { totalCount } }";
  const seen = await bothAnswers(whole);
  expect(seen.everyThing.map(({ name }: { name: string }) => name)).not.toContain("nowhere");
  expect(seen.thingPages.totalCount).toBeGreaterThan(100);
  const others = [];
  for (const turn of comparison.actors.keys()) others.push(await bothAnswers(whole, turn));
  const fewest = others.toSorted((one, other) => one.everyThing.length - other.everyThing.length)[0];
  expect(fewest.everyThing.length).toBeLessThan(seen.everyThing.length);
  expect(fewest.thingPages.totalCount).toBeLessThan(seen.thingPages.totalCount);
});

test("pages of a union are walked by cursors, each row once", async () => {
  const found: string[] = [];
  for (let after = ""; ;) {
    const { thingPages } = await compiled(
      `{ thingPages(first: 100${after}) { edges { cursor node { ... on Area { id } ... on Person { id } } } } }`,
    );
    if (thingPages.edges.length === 0) break;
    found.push(...thingPages.edges.map(({ node }: { node: { id: string } }) => node.id));
    after = `, after: "${thingPages.edges.at(-1).cursor}"`;
  }
  const { thingPages } = await bothAnswers("{ thingPages(first: 1) { totalCount } }");
  expect(new Set(found).size).toBe(thingPages.totalCount);
  expect(found).toHaveLength(thingPages.totalCount);
});

test("what a row names of another type is read under that type, and null where its field has no such type", async () => {
  const { notes } = await bothAnswers("{ notes { about { type: __typename name } thing { type: __typename } } }");
  const abouts = notes.map(({ about }: { about: { type: string } | null }) => about?.type ?? "none");
  expect(new Set(abouts)).toEqual(new Set(["Area", "Person", "Place", "none"]));
  for (const { about, thing } of notes) expect(thing?.type).toBe(about?.type === "Place" ? undefined : about?.type);
});

test("a child that several rows link with its parent is there once, under one parent and under all", async () => {
  const { areas } = await bothAnswers("{ areas { name people { id } } }");
  const some = areas.filter(({ people }: { people: object[] }) => people.length > 0);
  expect(some.length).toBeGreaterThan(10);
  for (const { people } of areas) expect(new Set(people.map(({ id }: { id: string }) => id)).size).toBe(people.length);
  const { thingPages } = await bothAnswers(
    "{ thingPages(first: 100) { nodes { ... on Area { name people { id } peoplePages(first: 2) { totalCount nodes { id } } } } } }",
  );
  const paged = thingPages.nodes.filter(({ people }: { people?: object[] }) => people && people.length > 0);
  expect(paged.length).toBeGreaterThan(0);
  for (const { people, peoplePages } of paged) expect(peoplePages.totalCount).toBe(people.length);
});

test("rows of several types are told apart where graphql-js walks an operation, too", async () => {
  const { applicationUrl } = await theServer();
  const app = await buildApp({ databaseUrl: applicationUrl, modules: [...modules, severalTypes], trusted: "any" });
  onTestFinished(() => app.close());
  const { administrator } = await makeBureau();
  const client = clientOf(app, administrator.headers);
  const asked =
    "everyThing { name ... on Place { things { name } some { ... on Area { name } } } } thingPages { totalCount }";
  const alone = await client.run(`{ ${asked} }`);
  expect(alone.everyThing).toHaveLength(1);
  const beside = await client.run(`{ __schema { queryType { name } } ${asked} }`);
  expect(beside).toEqual({ __schema: { queryType: { name: "Query" } }, ...alone });
});
