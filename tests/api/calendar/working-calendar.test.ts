import {
  calendarOf,
  calendarRevision,
  calendarRevisionNow,
  usualCalendar,
} from "@maple-bridge/server/modules/calendar";
import { inBureau } from "@maple-bridge/server/kernel/database/in-bureau";
import { createBureau } from "@maple-bridge/server/operator/create-bureau";
import { expect, test } from "vitest";
import { type Bureau, makeBureau, theServer } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { does, draftOf, meant, publishYears } from "./calendaring.ts";

const read = (bureau: Bureau) => bureau.sql((sql) => calendarOf({ sql: sql as never, bureauId: bureau.id }));

test("the calendar in force is the usual one until there is one, then the latest published", async () => {
  const [bureau, other] = [await makeBureau(), await makeBureau()];
  expect(await read(bureau)).toBe(usualCalendar);
  const first = await publishYears(bureau, 2026);
  const calendar = await read(bureau);
  expect(calendar).toMatchObject({ revisionId: first.id, number: 1, announcedYears: new Set([2026]) });
  expect(calendar.days.get("2026-02-14")).toBe("OPEN");
  expect(await read(bureau)).toBe(calendar);
  const draft = await draftOf(bureau);
  expect(await read(bureau)).toBe(calendar);
  const loaded = await does(bureau.administrator, "loadHolidays", { ...meant(draft), year: 2025 });
  await does(bureau.administrator, "publishCalendar", { ...meant(loaded), note: "补录2025年" });
  expect(await read(bureau)).toMatchObject({ revisionId: draft.id, number: 2 });
  const past = (id: string | null) =>
    bureau.sql((sql) => calendarRevision({ sql: sql as never, bureauId: bureau.id }, id));
  expect(await past(first.id)).toBe(calendar);
  expect(await past(null)).toBe(usualCalendar);
  await expect(
    other.sql((sql) => calendarRevision({ sql: sql as never, bureauId: other.id }, first.id)),
  ).rejects.toThrow("There is no calendar revision");
});

test("what was published in a transaction that is undone is not remembered", async () => {
  const bureau = await makeBureau();
  const draft = await draftOf(bureau);
  const undone = new Error("undone");
  const publishing = bureau.sql(async (sql) => {
    await sql`update calendar_revisions set state = 'PUBLISHED', published_at = '2026-01-01' where id = ${draft.id}`;
    expect((await calendarOf({ sql: sql as never, bureauId: bureau.id })).days.size).toBe(0);
    throw undone;
  });
  await expect(publishing).rejects.toBe(undone);
  const loaded = await does(bureau.administrator, "loadHolidays", { ...meant(draft), year: 2026 });
  await does(bureau.administrator, "publishCalendar", { ...meant(loaded), note: "2026年放假安排" });
  expect((await read(bureau)).days.size).toBe(25);
});

test("a command finds the revision in force within a statement of its own", async () => {
  const bureau = await makeBureau();
  const { id } = await publishYears(bureau, 2026);
  const [row] = await bureau.sql(
    (sql) => sql`select 1 as one, ${calendarRevisionNow(sql as never, bureau.id)} as revision`,
  );
  expect(row).toEqual({ one: 1, revision: id });
});

test("a new bureau has the days off of all years that are announced", async () => {
  const { database } = (await theServer()).app;
  const { bureauId } = await createBureau(database, { code: `c-${newKey().slice(-12)}`, name: "虚构公安局" });
  const calendar = await inBureau(database, bureauId, (sql) => calendarOf({ sql, bureauId }));
  expect(calendar).toMatchObject({ number: 1, announcedYears: new Set([2024, 2025, 2026]) });
  expect([calendar.days.size, calendar.shifts]).toEqual([75, usualCalendar.shifts]);
});
