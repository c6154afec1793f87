import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { auditOf } from "../grids/ground.ts";
import { documentOf, does, draftOf, meant, publishYears, readCalendar, refusedFor, withKey } from "./calendaring.ts";

const usualShifts = [
  { startsMinute: 510, endsMinute: 720 },
  { startsMinute: 870, endsMinute: 1080 },
];

test("draftCalendar begins with the usual hours where nothing is published, and else with what is in force", async () => {
  const bureau = await makeBureau();
  const first = await draftOf(bureau);
  expect(first).toMatchObject({ number: 1, state: "DRAFT", announcedYears: [], shifts: usualShifts, days: [] });
  expect(await bureau.administrator.run(readCalendar)).toMatchObject({
    calendar: null,
    calendarDraft: { id: first.id },
    calendarRevisions: [],
  });
  await does(bureau.administrator, "discardCalendarDraft", meant(first));
  const inForce = await publishYears(bureau, 2026);
  const next = await draftOf(bureau);
  expect(next).toMatchObject({ number: 3, announcedYears: [2026], shifts: usualShifts, changes: [] });
  expect(next.days).toEqual(inForce.days);
  expect(await auditOf(bureau, next.id)).toMatchObject([
    { action: "calendar.draft", after: { number: 3, copiedFrom: 2 } },
  ]);
});

test("draftCalendar makes one draft at the most", async () => {
  const bureau = await makeBureau();
  const [one, other] = await Promise.all([
    bureau.administrator.ask(documentOf("draftCalendar"), withKey({})),
    bureau.administrator.ask(documentOf("draftCalendar"), withKey({})),
  ]);
  const faults = [...(one.errors ?? []), ...(other.errors ?? [])];
  expect(faults.map(({ extensions }) => extensions.detail)).toEqual(["CALENDAR_DRAFT_THERE"]);
});

test("draftCalendar under the same key is done once", async () => {
  const bureau = await makeBureau();
  const input = { input: { idempotencyKey: newKey() } };
  const first = await bureau.administrator.run(documentOf("draftCalendar"), input);
  expect(await bureau.administrator.run(documentOf("draftCalendar"), input)).toEqual(first);
});

test("setCalendarDays closes, opens and names days, and leaves them to their weekday again", async () => {
  const bureau = await makeBureau();
  const draft = await draftOf(bureau);
  const set = await does(bureau.administrator, "setCalendarDays", {
    ...meant(draft),
    days: [
      { day: "2027-01-01", opening: "CLOSED", name: "元旦" },
      { day: "2027-01-02", opening: "OPEN" },
    ],
    announcedYears: [2027, 2026, 2027],
  });
  expect(set).toMatchObject({
    version: 2,
    announcedYears: [2026, 2027],
    days: [
      { day: "2027-01-01", opening: "CLOSED", name: "元旦" },
      { day: "2027-01-02", opening: "OPEN", name: null },
    ],
  });
  const again = await does(bureau.administrator, "setCalendarDays", {
    ...meant(set),
    days: [{ day: "2027-01-01" }, { day: "2027-01-02", opening: "OPEN", name: "补班" }],
  });
  expect(again).toMatchObject({
    announcedYears: [2026, 2027],
    days: [{ day: "2027-01-02", opening: "OPEN", name: "补班" }],
    changes: [{ day: "2027-01-02", before: null, after: "OPEN", nameBefore: null, nameAfter: "补班" }],
  });
  expect((await auditOf(bureau, draft.id)).slice(1)).toEqual([
    {
      action: "calendar.setDays",
      before: { days: [], announcedYears: [] },
      after: { days: set.days, announcedYears: [2026, 2027] },
      reason: null,
    },
    { action: "calendar.setDays", before: { days: set.days }, after: { days: again.days }, reason: null },
  ]);
});

test("setCalendarDays refuses days that are so anyway, come twice, lie too far, or name somebody", async () => {
  const bureau = await makeBureau();
  const draft = await draftOf(bureau);
  const days = [
    { day: "2026-03-02", opening: "OPEN" },
    { day: "2026-03-07", opening: "CLOSED" },
    { day: "2026-03-03", opening: "CLOSED" },
    { day: "2026-03-03" },
    { day: "1999-12-31", opening: "CLOSED" },
    { day: "2026-03-04", name: "名称" },
    { day: "2026-03-05", opening: "CLOSED", name: "11010519491231002X" },
    { day: "2026-03-06", opening: "CLOSED", name: "字".repeat(21) },
  ];
  const asked = { ...meant(draft), days, announcedYears: [2026, 1] };
  expect(await refusedFor(bureau.administrator, "setCalendarDays", asked)).toEqual([
    "INVALID",
    "input.days.0.opening CALENDAR_DAY_OPEN_ANYWAY",
    "input.days.1.opening CALENDAR_DAY_CLOSED_ANYWAY",
    "input.days.3.day CALENDAR_DAY_TWICE",
    "input.days.4.day OUT_OF_RANGE",
    "input.days.5.name CALENDAR_DAY_UNNAMED",
    "input.days.6.name IDENTITY_NUMBER",
    "input.days.7.name TOO_LONG",
    "input.announcedYears.1 OUT_OF_RANGE",
  ]);
  const many = Array.from({ length: 401 }, (_, index) => ({
    day: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
  }));
  expect(await refusedFor(bureau.administrator, "setCalendarDays", { ...meant(draft), days: many })).toEqual([
    "INVALID",
    "input.days CALENDAR_TOO_MANY_DAYS",
  ]);
});

test("setCalendarShifts sets all of them, by their start", async () => {
  const bureau = await makeBureau();
  const draft = await draftOf(bureau);
  const [night, day] = [
    { startsMinute: 1200, endsMinute: 1440 },
    { startsMinute: 0, endsMinute: 480 },
  ];
  const set = await does(bureau.administrator, "setCalendarShifts", { ...meant(draft), shifts: [night, day] });
  expect(set).toMatchObject({ version: 2, shifts: [day, night] });
  expect((await auditOf(bureau, draft.id)).at(-1)).toEqual({
    action: "calendar.setShifts",
    before: { shifts: usualShifts },
    after: { shifts: [day, night] },
    reason: null,
  });
});

test("A101: setCalendarShifts refuses shifts that overlap, end before they start or go over midnight", async () => {
  const bureau = await makeBureau();
  const draft = await draftOf(bureau);
  const refused = (...shifts: [number, number][]) =>
    refusedFor(bureau.administrator, "setCalendarShifts", {
      ...meant(draft),
      shifts: shifts.map(([startsMinute, endsMinute]) => ({ startsMinute, endsMinute })),
    });
  expect(await refused()).toEqual(["INVALID", "input.shifts CALENDAR_SHIFT_COUNT"]);
  expect(await refused([1200, 480])).toEqual(["INVALID", "input.shifts.0.endsMinute CALENDAR_SHIFT_ORDER"]);
  expect(await refused([480, 480])).toEqual(["INVALID", "input.shifts.0.endsMinute CALENDAR_SHIFT_ORDER"]);
  expect(await refused([480, 720], [700, 900])).toEqual(["INVALID", "input.shifts.1 CALENDAR_SHIFT_OVERLAP"]);
  expect(await refused([-1, 1441])).toEqual([
    "INVALID",
    "input.shifts.0.startsMinute OUT_OF_RANGE",
    "input.shifts.0.endsMinute OUT_OF_RANGE",
  ]);
  const seven = Array.from({ length: 7 }, (_, index): [number, number] => [index * 60, index * 60 + 60]);
  expect(await refused(...seven)).toEqual(["INVALID", "input.shifts CALENDAR_SHIFT_COUNT"]);
});

test("discardCalendarDraft takes the draft out of use; what is in force stays, and the draft changes no more", async () => {
  const bureau = await makeBureau();
  const inForce = await publishYears(bureau, 2026);
  const draft = await draftOf(bureau);
  const discarded = await does(bureau.administrator, "discardCalendarDraft", meant(draft));
  expect(discarded).toMatchObject({ state: "DISCARDED", viewerMay: [], publishedAt: null });
  expect(await bureau.administrator.run(readCalendar)).toMatchObject({
    calendar: { id: inForce.id },
    calendarDraft: null,
    calendarRevisions: [{ number: 1 }],
  });
  for (const [name, input] of Object.entries({
    setCalendarDays: { days: [] },
    setCalendarShifts: { shifts: usualShifts },
    loadHolidays: { year: 2025 },
    publishCalendar: { note: "试" },
    discardCalendarDraft: {},
  })) {
    const refusal = await refusedFor(bureau.administrator, name, { ...meant(discarded), ...input });
    expect([name, ...refusal]).toEqual([name, "CONFLICT", "input.id CALENDAR_NOT_DRAFT"]);
  }
  expect((await auditOf(bureau, draft.id)).at(-1)).toMatchObject({
    action: "calendar.discardDraft",
    before: { state: "DRAFT" },
    after: { state: "DISCARDED" },
  });
});

test("a draft is one's own bureau's, its administrators' alone, and changed only by who has seen how it stands", async () => {
  const [bureau, other] = [await makeBureau(), await makeBureau()];
  const inForce = await publishYears(bureau, 2025);
  const draft = await draftOf(bureau);
  const inputs = {
    setCalendarDays: { days: [{ day: "2026-03-03", opening: "CLOSED" }] },
    setCalendarShifts: { shifts: usualShifts },
    loadHolidays: { year: 2026 },
    publishCalendar: { note: "试" },
    discardCalendarDraft: {},
  };
  const chief = await bureau.signIn({ role: "STATION_CHIEF" });
  const readOnly = await bureau.token(bureau.administrator.accountId, "READ");
  for (const [name, input] of Object.entries(inputs)) {
    const meaning = { ...meant(draft), ...input };
    expect(await refusedFor(other.administrator, name, meaning)).toEqual(["NOT_FOUND", "input.id NOT_FOUND"]);
    expect(await refusedFor(bureau.administrator, name, { ...meaning, id: "x" })).toEqual([
      "NOT_FOUND",
      "input.id NOT_FOUND",
    ]);
    expect(await refusedFor(chief, name, meaning)).toEqual(["NOT_FOUND", "input.id NOT_FOUND"]);
    expect(await refusedFor(readOnly, name, meaning)).toEqual(["FORBIDDEN", "READ_ONLY_TOKEN"]);
    expect(await refusedFor(bureau.administrator, name, { ...meaning, expectedVersion: 7 })).toEqual([
      "CONFLICT",
      "input.expectedVersion VERSION_MOVED",
    ]);
  }
  for (const [name, input] of Object.entries(inputs))
    expect(await refusedFor(chief, name, { ...meant(inForce), ...input })).toEqual(["FORBIDDEN"]);
  expect(await refusedFor(chief, "draftCalendar")).toEqual(["FORBIDDEN"]);
  expect(await chief.run(readCalendar)).toMatchObject({ calendarDraft: null });
  const node = `query ($id: ID!) { node(id: $id) { ... on CalendarRevision { number } } }`;
  expect(await chief.run(node, { id: draft.id })).toEqual({ node: null });
  expect(await bureau.administrator.run(node, { id: draft.id })).toEqual({ node: { number: 2 } });
  expect(await bureau.administrator.run(readCalendar)).toMatchObject({ calendarDraft: { version: 1 } });
});
