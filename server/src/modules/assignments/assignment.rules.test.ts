import { expect, test } from "vitest";
import {
  type Candidate,
  collisionsOf,
  collisionsOfAll,
  faultsOfPeriod,
  type Ground,
  type Held,
} from "./assignment.rules.ts";

const at = (day: string) => new Date(`${day}T00:00:00+08:00`);
const now = new Date("2026-06-15T10:00:00+08:00");

const ground = (overrides: Partial<Ground> = {}): Ground => ({
  grids: new Map([
    [
      "g",
      {
        id: "g",
        stationId: "s",
        name: "虚构村",
        openedOn: "2024-01-01",
        closedOn: "2027-01-01",
      },
    ],
  ]),
  kinds: [{ gridId: "g", kind: "VILLAGE", complexity: "ORDINARY", from: new Date(-8.64e15), to: null }],
  members: new Map([
    ["m", { id: "m", name: "甲", badge: "1", kind: "OFFICER", joinedOn: null, leftOn: null, breaks: [] }],
    [
      "n",
      { id: "n", name: "乙", badge: "2", kind: "OFFICER", joinedOn: "2026-02-01", leftOn: "2026-08-01", breaks: [] },
    ],
  ]),
  held: [],
  standards: [],
  kindsFor: new Map([
    ["RESPONSIBLE_OFFICER", ["OFFICER"]],
    ["AUXILIARY", ["AUXILIARY", "OFFICER"]],
  ]),
  ...overrides,
});

const candidate = (overrides: Partial<Candidate> = {}): Candidate => ({
  path: ["input"],
  gridId: "g",
  duty: "RESPONSIBLE_OFFICER",
  memberId: "m",
  from: at("2026-06-15"),
  to: at("2026-12-01"),
  concurrentPost: null,
  onlyIfVacant: false,
  reason: null,
  ...overrides,
});

const held = (overrides: Partial<Held> = {}): Held => ({
  gridId: "g",
  duty: "RESPONSIBLE_OFFICER",
  memberId: "x",
  member: "丙",
  badge: "3",
  from: at("2026-01-01"),
  to: null,
  ...overrides,
});
const codes = (faults: { code: string }[]) => faults.map((fault) => fault.code);

test("a period of today needs no reason, one of yesterday does", () => {
  expect(faultsOfPeriod(candidate(), now)).toEqual([]);
  expect(codes(faultsOfPeriod(candidate({ from: at("2026-06-14") }), now))).toEqual(["REASON_FOR_THE_PAST"]);
  expect(faultsOfPeriod(candidate({ from: at("2026-06-14"), reason: "补录" }), now)).toEqual([]);
});

test("a period does not end before it begins and does not begin ten years away", () => {
  expect(codes(faultsOfPeriod(candidate({ to: at("2026-06-15") }), now))).toEqual(["PERIOD_ENDS_BEFORE_START"]);
  expect(codes(faultsOfPeriod(candidate({ from: at("2037-01-01"), to: null }), now))).toEqual(["PERIOD_TOO_FAR"]);
});

test("an assignment lies within the days its grid is open, to the last", () => {
  expect(collisionsOf(candidate({ to: at("2027-01-01") }), ground())).toEqual([]);
  expect(collisionsOf(candidate({ to: null }), ground())).toMatchObject([
    { path: ["input", "gridId"], code: "GRID_NOT_OPEN", params: { period: "2024-01-01 → 2027-01-01" } },
  ]);
  expect(codes(collisionsOf(candidate({ from: at("2023-12-31") }), ground()))).toEqual(["GRID_NOT_OPEN"]);
});

test("a member who leaves may hold a seat up to that day", () => {
  expect(collisionsOf(candidate({ memberId: "n", to: at("2026-08-01") }), ground())).toEqual([]);
  expect(codes(collisionsOf(candidate({ memberId: "n", to: at("2026-08-02") }), ground()))).toEqual([
    "ASSIGNEE_HAS_LEFT",
  ]);
});

test("a member holds no seat before the day of joining", () => {
  const asked = (from: string) => candidate({ memberId: "n", from: at(from), to: at("2026-07-01") });
  expect(collisionsOf(asked("2026-02-01"), ground())).toEqual([]);
  expect(codes(collisionsOf(asked("2026-01-31"), ground()))).toEqual(["ASSIGNEE_JOINS_LATER"]);
});

test("a responsible officer follows another without a gap", () => {
  expect(collisionsOf(candidate(), ground({ held: [held({ to: at("2026-06-15") })] }))).toEqual([]);
  expect(collisionsOf(candidate(), ground({ held: [held()] }))).toMatchObject([
    { code: "RESPONSIBLE_OFFICER_TAKEN", params: { grid: "虚构村", member: "丙", badge: "3", period: "2026-01-01 →" } },
  ]);
});

test("the limit of a standard counts only while it is in force", () => {
  const standard = {
    gridKind: "VILLAGE",
    complexity: "ORDINARY",
    duty: "AUXILIARY",
    atLeast: 1,
    atMost: 1,
    from: at("2026-09-01"),
    to: null,
  } as const;
  const there = held({ duty: "AUXILIARY" });
  const asked = (to: string) =>
    codes(collisionsOf(candidate({ duty: "AUXILIARY", to: at(to) }), ground({ held: [there], standards: [standard] })));
  expect(asked("2026-09-01")).toEqual([]);
  expect(asked("2026-09-02")).toEqual(["SEATS_ALL_TAKEN"]);
});

test("each of several counts for those after it", () => {
  const several = [
    candidate({ path: ["input", "assignments", 0] }),
    candidate({ path: ["input", "assignments", 1], memberId: "n", to: at("2026-07-01") }),
  ];
  expect(collisionsOfAll(several, ground())).toMatchObject([
    { path: ["input", "assignments", 1, "memberId"], code: "RESPONSIBLE_OFFICER_TAKEN", params: { member: "甲" } },
  ]);
});

test("what is only for a vacant seat is refused once as many as the standard asks for hold it when it begins", () => {
  const asked = candidate({ duty: "AUXILIARY", onlyIfVacant: true });
  const standard = {
    gridKind: "VILLAGE",
    complexity: "ORDINARY",
    duty: "AUXILIARY",
    atLeast: 2,
    atMost: null,
    from: at("2026-01-01"),
    to: null,
  } as const;
  const kinds = [{ gridId: "g", kind: "VILLAGE", complexity: "ORDINARY", from: at("2024-01-01"), to: null }] as const;
  const one = held({ duty: "AUXILIARY" });
  const other = held({ duty: "AUXILIARY", memberId: "y", member: "丁", badge: "4" });
  const faultsWith = (holders: Held[], of = asked) =>
    codes(collisionsOf(of, ground({ kinds, standards: [standard], held: holders })));
  expect(faultsWith([one])).toEqual([]);
  expect(faultsWith([one, other])).toEqual(["SEAT_FILLED"]);
  expect(faultsWith([one, other], { ...asked, onlyIfVacant: false })).toEqual([]);
  expect(faultsWith([one, { ...other, from: at("2026-07-01") }])).toEqual([]);
  expect(faultsWith([one, { ...other, to: at("2026-06-01") }])).toEqual([]);
});
