import type { GraphQLField } from "graphql";
import { newId } from "@maple-bridge/server/kernel/ids";
import { beforeAll, expect, it } from "vitest";
import { makeStation } from "../api/grids/ground.ts";
import { type Bureau, makeBureau, theServer } from "../support/bureau.ts";
import { insertGrids, insertMembers } from "../support/dated-rows.ts";
import { documentFor } from "../support/documents.ts";

let bureau: Bureau;
let statements = 0;

beforeAll(async () => {
  bureau = await makeBureau();
  // With it who asks, and the key of the bureau's cursors, which are read once.
  await bureau.administrator.run("{ units { pageInfo { endCursor } } }");
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

const lists: [name: string, nodes: string][] = [
  [
    "grids",
    "code station { name } seats { duty holder { badge load { seats } } responsible { name } absence { reason } } coverage { vacant daysVacant } assignments { state member { name } } history { action }",
  ],
  [
    "members",
    "badge unit { name } status currentAbsence { standIn { name } } absences { reason } load { seats grids households } assignments { grid { name } } history { action }",
  ],
  ["assignments", "state grid { code coverage { vacant } } member { badge load { seats } } history { action }"],
];

it("are one for a list of grids, members or assignments, of one row as of fifty", async () => {
  const other = await makeBureau();
  const stationId = await makeStation(other);
  const ask = async ([name, nodes]: (typeof lists)[number]) => {
    statements = 0;
    const data = await other.administrator.run(`{ ${name}(first: 100) { totalCount nodes { ${nodes} } } }`);
    return [name, data[name].totalCount, statements];
  };
  const askAll = async () => {
    const answers = [];
    for (const list of lists) answers.push(await ask(list));
    return answers;
  };
  await staff(other, stationId, 1);
  expect(await askAll()).toEqual(lists.map(([name]) => [name, 1, 1]));
  await staff(other, stationId, 49);
  expect(await askAll()).toEqual(lists.map(([name]) => [name, 50, 1]));
});

/** So many grids, each with an officer who is away. */
async function staff(other: Bureau, stationId: string, count: number) {
  const ids = Array.from({ length: count }, () => ({ grid: newId(), member: newId() }));
  const inBureau = (row: object) => ({ bureauId: other.id, id: newId(), ...row });
  const [kind, day] = ["ENTERPRISE", "2024-01-01"];
  await other.sql(async (sql) => {
    const named = { name: "虚构", nameInitials: "xg" };
    const grids = ids.map(({ grid: id }) =>
      inBureau({
        ...named,
        id,
        stationId,
        kind,
        code: id.slice(-12).toUpperCase(),
        codeScheme: "LOCAL",
        openedOn: day,
      }),
    );
    const members = ids.map(({ member: id }) =>
      inBureau({ ...named, id, unitId: stationId, kind: "OFFICER", badge: id.slice(-12).toUpperCase() }),
    );
    const seats = ids.map(({ grid, member }) =>
      inBureau({ gridId: grid, memberId: member, duty: "RESPONSIBLE_OFFICER", startsAt: day }),
    );
    await insertGrids(sql, grids);
    await insertMembers(sql, members);
    await sql`insert into assignments ${sql(seats)}`;
    await sql`insert into absences ${sql(ids.map(({ member }) => inBureau({ memberId: member, startsAt: day })))}`;
  });
}

/** More than an operation may ask for. */
const limits = new Set(["DOCUMENT_LIMIT", "GRAPHQL_PARSE_FAILED"]);

/** With two levels of everything below it, or one where that is more than an operation may ask for. */
async function answerTo(field: GraphQLField<unknown, unknown>) {
  const ask = (depth: number) => {
    statements = 0;
    return bureau.administrator.ask(documentFor("query", field, depth));
  };
  const answer = await ask(2);
  return limits.has(answer.errors?.[0]?.extensions.code ?? "") ? ask(1) : answer;
}

it("are one for each root field, whatever is asked below it", async () => {
  const { schema } = (await theServer()).app;
  const fields = Object.values(schema.getQueryType()!.getFields());
  const counts: Record<string, number> = {};
  for (const field of fields) {
    const { errors } = await answerTo(field);
    counts[field.name] = statements;
    expect([field.name, errors?.filter(({ extensions }) => !told.has(extensions.code)) ?? []]).toEqual([
      field.name,
      [],
    ]);
  }
  expect(Object.entries(counts).filter(([, count]) => count > 1)).toEqual([]);
});
