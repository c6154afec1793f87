import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { auditOf } from "../grids/ground.ts";
import { does, draftOf, meant, publishYears, readCalendar, refusedFor } from "./calendaring.ts";

interface Day {
  day: string;
  opening: string;
}

const count = (days: Day[], opening: string) => days.filter((each) => each.opening === opening).length;

test("loadHolidays puts a year's announced days into the draft", async () => {
  const bureau = await makeBureau();
  let draft = await draftOf(bureau);
  for (const [year, closed, open] of [
    [2026, 19, 6],
    [2024, 19, 8],
    [2025, 18, 5],
  ] as const) {
    draft = await does(bureau.administrator, "loadHolidays", { ...meant(draft), year });
    const days = draft.days.filter(({ day }: Day) => day.startsWith(`${year}`));
    expect([year, count(days, "CLOSED"), count(days, "OPEN")]).toEqual([year, closed, open]);
  }
  expect(draft.announcedYears).toEqual([2024, 2025, 2026]);
  expect(draft.days).toContainEqual({ day: "2026-02-17", opening: "CLOSED", name: "春节" });
  expect((await auditOf(bureau, draft.id)).map(({ action }) => action)).toEqual([
    "calendar.draft",
    "calendar.loadHolidays",
    "calendar.loadHolidays",
    "calendar.loadHolidays",
  ]);
});

test("A22: loadHolidays changes nothing that is in force until a person publishes", async () => {
  const bureau = await makeBureau();
  const inForce = await publishYears(bureau, 2025);
  const draft = await draftOf(bureau);
  const loaded = await does(bureau.administrator, "loadHolidays", { ...meant(draft), year: 2026 });
  const read = async () => (await bureau.administrator.run(readCalendar)).calendar;
  expect(await read()).toEqual(inForce);
  await does(bureau.administrator, "publishCalendar", { ...meant(loaded), note: "2026年放假安排" });
  expect(await read()).toMatchObject({ number: 2, announcedYears: [2025, 2026] });
});

test("A21: 2026-02-14 is open and 2025-10-08 closed", async () => {
  const bureau = await makeBureau();
  const { days } = await publishYears(bureau, 2025, 2026);
  expect(days).toContainEqual({ day: "2026-02-14", opening: "OPEN", name: "春节" });
  expect(days).toContainEqual({ day: "2025-10-08", opening: "CLOSED", name: "国庆节" });
});

test("A19: a year that is not announced is refused, and the draft stays as it is", async () => {
  const bureau = await makeBureau();
  const draft = await draftOf(bureau);
  expect(await refusedFor(bureau.administrator, "loadHolidays", { ...meant(draft), year: 2027 })).toEqual([
    "CONFLICT",
    "input.year CALENDAR_NOT_ANNOUNCED",
  ]);
  expect(await refusedFor(bureau.administrator, "loadHolidays", { ...meant(draft), year: 12 })).toEqual([
    "INVALID",
    "input.year OUT_OF_RANGE",
  ]);
  expect((await bureau.administrator.run(readCalendar)).calendarDraft).toEqual(draft);
});

test("loadHolidays takes the place of what the draft held of the year, and of that year alone", async () => {
  const bureau = await makeBureau();
  const draft = await draftOf(bureau);
  const own = [
    { day: "2026-03-03", opening: "CLOSED", name: "本地节日" },
    { day: "2026-02-16", opening: "CLOSED", name: "别名" },
    { day: "2025-03-03", opening: "CLOSED", name: "本地节日" },
  ];
  const set = await does(bureau.administrator, "setCalendarDays", { ...meant(draft), days: own });
  const { days, version, ...rest } = await does(bureau.administrator, "loadHolidays", { ...meant(set), year: 2026 });
  expect(days.map(({ day }: Day) => day)).not.toContain("2026-03-03");
  expect(days).toContainEqual({ day: "2026-02-16", opening: "CLOSED", name: "春节" });
  expect(days).toContainEqual(own[2]);
  const again = await does(bureau.administrator, "loadHolidays", {
    id: draft.id,
    expectedVersion: version,
    year: 2026,
  });
  expect(again).toEqual({ ...rest, days, version });
});
