import type { Sql } from "postgres";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase } from "../support/database.ts";

const asksForATime = "select 'at ' || $1::timestamptz::text";
const invalid = expect.objectContaining({ message: "Invalid time value" });

let sql: Sql;

beforeAll(async () => {
  const { applicationUrl } = await freshDatabase();
  sql = postgres(applicationUrl, { max: 1, fetch_types: false, onnotice: () => {} });
});

afterAll(() => sql.end({ timeout: 0 }));

test.each([
  ["is described first", false],
  ["is prepared", true],
])(
  "a value that cannot be sent fails its own query, which %s, and no answer reaches another's",
  async (_how, known) => {
    const handle = await sql.reserve();
    const read = async (text: string, value: string) =>
      (await handle.unsafe(text, [value], { prepare: true }).values())[0]?.[0];
    const slowly = (name: string) => read("select $1::text || coalesce(nullif(pg_sleep(0.02)::text, ''), '')", name);
    await slowly("warm");
    if (known) await read(asksForATime, "2026-11-22 04:00:00+00");
    const outcomes = await Promise.all(
      [
        slowly("first"),
        read(asksForATime, "no time"),
        slowly("second"),
        read(asksForATime, "none"),
        slowly("third"),
      ].map((answer) => answer.catch((error: unknown) => error)),
    );
    expect(outcomes).toEqual(["first", invalid, "second", invalid, "third"]);
    await expect(read(asksForATime, "no time either")).rejects.toEqual(invalid);
    expect(await slowly("last")).toBe("last");
    handle.release();
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  },
);
