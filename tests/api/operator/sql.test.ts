import { explain, planOf, valuesOf, actorNamed } from "@maple-bridge/server/operator/explain";
import { callerOf } from "@maple-bridge/server/kernel/actor";
import { newId } from "@maple-bridge/server/kernel/ids";
import { layOut } from "@maple-bridge/server/kernel/read/lay-out";
import { commands } from "@maple-bridge/server/operator/commands";
import { expect, test } from "vitest";
import { makeBureau, theServer } from "../../support/bureau.ts";

const query =
  "query ($first: Int, $search: String) { list: grids(first: $first, filter: { search: $search }) { nodes { code station { name } } } }";

/** The operators' command, whose lines are told. */
async function sql(...args: string[]) {
  const { app, applicationUrl } = await theServer();
  const lines: string[] = [];
  const opened = { database: app.database, postgres: { applicationUrl } as never, close: async () => {} };
  const code = await commands["sql"]!({ args, open: async () => opened, say: (line) => void lines.push(line) });
  return { code, text: lines.join("\n") };
}

test("a query's statement, its parameters and its plan are told", async () => {
  const { code, text } = await sql(query, "--variables", '{"first": 5, "search": "x"}');
  expect(code).toBe(0);
  expect(text).toContain("-- for an administrator, among the light reads");
  expect(text).toMatch(/from grid/);
  expect(text).toMatch(/\n\$\d uuid {2}bureau\n/);
  expect(text).toMatch(/\n\$\d int {2}list: first/);
  expect(text).toMatch(/-- plan\n.*\(cost=/);
});

test("for an account its own statement is told, with the values that it is run with", async () => {
  const bureau = await makeBureau();
  const station = { id: newId(), kind: "STATION", name: "甲派出所", level: 1 };
  await bureau.sql(
    (sql) => sql`insert into units ${sql({ ...station, bureauId: bureau.id, parentId: bureau.rootId })}`,
  );
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: station.id });
  await bureau.sql((sql) => sql`update accounts set name = 'chief' where id = ${chief.accountId}`);
  const { text } = await sql(query, "--as", `chief@${bureau.code}`);
  expect(text).toContain(` uuid  bureau = ${bureau.id}`);
  expect(text).toMatch(/uuid\[\] {2}scope:.* = \{".*"\}/);
  await expect(sql(query, "--as", `nobody@${bureau.code}`)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("what is no query, or no SQL, is told what it is", async () => {
  for (const [text, told] of [
    ["{ grids { nodes { kode } } }", 'Cannot query field "kode"'],
    ["{ grids { nodes", "Syntax Error"],
    ["{ __schema { queryType { name } } }", "answered by a function"],
    ['mutation { signOut(input: { idempotencyKey: "x" }) }', "takes one query"],
    ["query ($at: DateTime!) { grids { totalCount } }", 'Variable "$at"'],
  ])
    await expect(sql(text!)).rejects.toThrow(told);
  await expect(sql("{ grids { totalCount } }", "--variables", "[1]")).rejects.toThrow("an object in JSON");
});

test("what is laid out is the same statement", async () => {
  const { app, applicationUrl } = await theServer();
  const bureau = await makeBureau();
  await bureau.sql((sql) => sql`update accounts set name = 'admin' where id = ${bureau.administrator.accountId}`);
  const actor = await actorNamed(app.database, `admin@${bureau.code}`);
  const asked = {
    query: `{ bureau { name code units { name history { action } } } grids { nodes { code } } }`,
    variables: {},
  };
  const explained = explain(app.schema, asked, callerOf(actor).shape);
  const { plan, document } = explained;
  const values = await valuesOf(app.database, explained, actor);
  expect(values).toContain(bureau.id);
  const { text } = plan.statement;
  expect(layOut(text).replaceAll(/\s+/g, "")).toBe(text.replaceAll(/\s+/g, ""));
  const laid = { ...plan, statement: { ...plan.statement, text: layOut(text) } };
  expect(await planOf(applicationUrl, laid)).toEqual(await planOf(applicationUrl, plan));
  expect(document.schema).toBe(app.schema);
});
