import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { asTable, columnsOf } from "../../../drizzle/seed/as-columns.ts";
import { workerDatabase } from "../../support/database.ts";

const sql = postgres((await workerDatabase()).applicationUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const shape = {
  ...{ name: "text", count: "integer", isIt: "boolean", at: "timestamp with time zone", day: "text" },
  ...{ told: "jsonb", words: "text[]", years: "smallint[]", none: "uuid" },
};

const texts = [
  "",
  "NULL",
  "null",
  `{"a","b"}`,
  String.raw`\"\\n`,
  "a, b",
  " 前后 ",
  "two\nlines\t",
  "'; drop table x",
  `a"b\\`,
];

test("rows come as they were, whatever is in their texts", async () => {
  const rows = texts.map((name, index) => ({
    name,
    count: index - 3,
    isIt: index % 2 === 0,
    at: new Date(1_700_000_000_000 + index),
    day: "2026-11-22",
    told: { [name]: [name, null, index] },
    words: [name, "x", name],
    years: [2024, -1 - index],
    none: null,
  }));
  const told = await sql.unsafe(`select * from ${asTable(shape, 1)}`, columnsOf(shape, rows));
  expect([...told]).toEqual(rows);
});

test("what is missing or null is null, and an empty list stays one", async () => {
  const rows = [
    { name: "a", words: [] },
    { name: null, count: 0, told: null },
    { name: "c", told: "text" },
  ];
  const told = await sql.unsafe(`select name, count, told, words from ${asTable(shape, 1)}`, columnsOf(shape, rows));
  expect([...told]).toEqual([
    { name: "a", count: null, told: null, words: [] },
    { name: null, count: 0, told: null, words: null },
    { name: "c", count: null, told: "text", words: null },
  ]);
});
