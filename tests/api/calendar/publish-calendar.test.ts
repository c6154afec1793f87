import { calendarPublished } from "@maple-bridge/server/modules/calendar";
import { afterEach, expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { auditOf } from "../grids/ground.ts";
import { does, draftOf, meant, publishYears, readCalendar, refusedFor } from "./calendaring.ts";

const asked: { before: number; after: number; days: number }[] = [];
let against: string | undefined;
afterEach(() => void (against = undefined));

/** As a later module would. */
calendarPublished.answeredBy(async (_tx, { before, calendar }) => {
  asked.push({ before: before.number, after: calendar.number, days: calendar.days.size });
  return [
    {
      faults: against ? [{ path: ["input", "id"], code: against }] : [],
      act: async () => [{ action: "calendar.probe", entity: { type: "CalendarRevision", id: calendar.revisionId! } }],
    },
  ];
});

test("publishCalendar brings the draft into force, and says why and what it changes", async () => {
  const bureau = await makeBureau();
  const first = await publishYears(bureau, 2026);
  expect(first).toMatchObject({ number: 1, state: "PUBLISHED", note: "国务院办公厅通知", viewerMay: [] });
  expect(first.publishedAt).not.toBeNull();
  const draft = await draftOf(bureau);
  const days = [{ day: "2026-05-06", opening: "CLOSED", name: "调整" }, { day: "2026-02-14" }];
  const set = await does(bureau.administrator, "setCalendarDays", { ...meant(draft), days });
  const published = await does(bureau.administrator, "publishCalendar", { ...meant(set), note: "国办补充通知" });
  expect(published.changes).toEqual([
    { day: "2026-02-14", before: "OPEN", after: null, nameBefore: "春节", nameAfter: null },
    { day: "2026-05-06", before: null, after: "CLOSED", nameBefore: null, nameAfter: "调整" },
  ]);
  expect(await bureau.administrator.run(readCalendar)).toMatchObject({
    calendar: { id: published.id, publishedBy: expect.stringMatching(/^u/) },
    calendarDraft: null,
    calendarRevisions: [{ number: 2 }, { number: 1 }],
  });
  expect((await auditOf(bureau, published.id)).slice(-2)).toMatchObject([
    {
      action: "calendar.publish",
      before: { number: 1, days: [{ day: "2026-02-14", opening: "OPEN", name: "春节" }] },
      after: { number: 2, days: [{ day: "2026-05-06", opening: "CLOSED", name: "调整" }] },
      reason: "国办补充通知",
    },
    { action: "calendar.probe" },
  ]);
  expect((await auditOf(bureau, first.id)).find(({ action }) => action === "calendar.publish")).toMatchObject({
    before: null,
    after: { number: 1, announcedYears: [2026], shifts: [{}, {}] },
  });
});

test("publishCalendar asks later modules with the calendar before and the new one, and what is against it refuses it", async () => {
  const bureau = await makeBureau();
  await publishYears(bureau, 2025);
  const draft = await draftOf(bureau);
  const loaded = await does(bureau.administrator, "loadHolidays", { ...meant(draft), year: 2026 });
  against = "FORBIDDEN";
  asked.length = 0;
  expect(await refusedFor(bureau.administrator, "publishCalendar", { ...meant(loaded), note: "试" })).toEqual([
    "CONFLICT",
    "input.id FORBIDDEN",
  ]);
  expect(asked).toEqual([{ before: 1, after: 2, days: 48 }]);
  expect(await bureau.administrator.run(readCalendar)).toMatchObject({
    calendar: { number: 1 },
    calendarDraft: { version: loaded.version },
  });
});

test("publishCalendar refuses a draft without a note, without a difference, or without an open day", async () => {
  const bureau = await makeBureau();
  await publishYears(bureau, 2026);
  const draft = await draftOf(bureau);
  const refused = (seen: { id: string; version: number }, note: string) =>
    refusedFor(bureau.administrator, "publishCalendar", { ...meant(seen), note });
  expect(await refused(draft, " ")).toEqual(["INVALID", "input.note REQUIRED"]);
  expect(await refused(draft, "字".repeat(201))).toEqual(["INVALID", "input.note TOO_LONG"]);
  expect(await refused(draft, "11010519491231002X")).toEqual(["INVALID", "input.note IDENTITY_NUMBER"]);
  expect(await refused(draft, "没有变化")).toEqual(["CONFLICT", "input.id CALENDAR_UNCHANGED"]);
  const today = Date.now();
  const weekdays = Array.from({ length: 380 }, (_, index) => new Date(today + (index - 3) * 86_400_000))
    .filter((day) => day.getUTCDay() % 6 !== 0)
    .map((day) => ({ day: day.toISOString().slice(0, 10), opening: "CLOSED" }));
  const madeUp = draft.days.filter(({ opening }: { opening: string }) => opening === "OPEN");
  const closed = await does(bureau.administrator, "setCalendarDays", {
    ...meant(draft),
    days: [...weekdays, ...madeUp.map(({ day }: { day: string }) => ({ day }))],
  });
  expect(await refused(closed, "全年不上班")).toEqual(["CONFLICT", "input.id CALENDAR_NEVER_OPEN"]);
});
