import { newId } from "@maple-bridge/server/kernel/ids";
import { beforeAll, expect, it } from "vitest";
import { type Bureau, makeBureau, theServer } from "../support/bureau.ts";
import { documentFor } from "../support/documents.ts";

let bureau: Bureau;
let statements = 0;

beforeAll(async () => {
  bureau = await makeBureau();
  await bureau.administrator.run("{ bureau { id } }");
  const { database } = bureau.app;
  const { read } = database;
  database.read = (...call) => {
    statements++;
    return read(...call);
  };
});

/** What made-up ids and words may be told. */
const told = new Set(["NOT_FOUND", "INVALID"]);

async function statementsOf(document: string) {
  statements = 0;
  const data = await bureau.administrator.run(document);
  return { data, statements };
}

it("are one for a list of one row, and for one of fifty with everything below them", async () => {
  const document =
    "{ units(first: 100) { totalCount pageInfo { endCursor } nodes { id name parent { name } units { id name units { id } } history { action } viewerMay } } }";
  const few = await statementsOf(document);
  expect([few.data.units.totalCount, few.statements]).toEqual([1, 1]);
  const stations = Array.from({ length: 49 }, (_, position) => ({
    bureauId: bureau.id,
    id: newId(),
    parentId: bureau.rootId,
    kind: "STATION",
    name: `第${position}派出所`,
    level: 1,
    position,
  }));
  await bureau.sql((sql) => sql`insert into units ${sql(stations)}`);
  const many = await statementsOf(document);
  expect([many.data.units.totalCount, many.statements]).toEqual([50, 1]);
});

it("are one for each root field, whatever is asked below it", async () => {
  const { schema } = (await theServer()).app;
  const fields = Object.values(schema.getQueryType()!.getFields());
  const counts: Record<string, number> = {};
  for (const field of fields) {
    statements = 0;
    const { errors } = await bureau.administrator.ask(documentFor("query", field, 2));
    counts[field.name] = statements;
    expect([field.name, errors?.filter(({ extensions }) => !told.has(extensions.code)) ?? []]).toEqual([
      field.name,
      [],
    ]);
  }
  expect(Object.entries(counts).filter(([, count]) => count > 1)).toEqual([]);
});
