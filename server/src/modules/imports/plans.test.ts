import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planGrids } from "./grid-plan.rules.ts";
import type { GridRow } from "./grid-rows.ts";
import type { GroundGrid, GroundMember, GroundUnit, MemberGround } from "./ground.ts";
import { planMembers } from "./member-plan.rules.ts";
import type { MemberRow } from "./member-rows.ts";
import type { Duty } from "./words.ts";

const today = "2026-11-22";
const unit = (id: string, overrides: Partial<GroundUnit> = {}): GroundUnit => ({
  id,
  parentId: "root",
  kind: "STATION",
  name: id,
  code: null,
  closedOn: null,
  ...overrides,
});
const units = [
  unit("root", { parentId: null, kind: "BUREAU", name: "舞钢市公安局" }),
  unit("甲派出所"),
  unit("乙派出所", { code: "YI" }),
];
const bureau = { code: "410481", name: "舞钢市公安局", rootId: "root" };

const grid = (code: string, overrides: Partial<GroundGrid> = {}): GroundGrid => ({
  id: `id-${code}`,
  code,
  name: `网格${code}`,
  kind: "ENTERPRISE",
  complexity: "ORDINARY",
  stationId: "甲派出所",
  policeRoomId: null,
  divisionId: null,
  households: null,
  population: null,
  countedYear: null,
  openedOn: "2024-01-01",
  closedOn: null,
  version: 1,
  ...overrides,
});
const gridRow = (code: string, overrides: Partial<GridRow> = {}): GridRow => ({
  row: 2,
  code,
  name: `网格${code}`,
  kind: "ENTERPRISE",
  stationNames: ["甲派出所"],
  isStationOfTownship: false,
  ...overrides,
});

function ids() {
  let last = 0;
  return () => `new-${++last}`;
}

const yes = { openedOn: "2024-01-01", createStations: true, createDivisions: true };
const grids = (rows: GridRow[], ground: Partial<Parameters<typeof planGrids>[1]> = {}, defaults = yes) =>
  planGrids(rows, { bureau, today, units, grids: [], divisions: [], ...ground }, defaults, ids());
const codes = ({ faults }: { faults: { field: string; code: string }[] }) =>
  faults.map(({ field, code }) => [field, code]);

describe("grids", () => {
  test("bring the county, township and committee that are missing, each once", () => {
    const committee = { kind: "VILLAGE" as const, townshipName: "枣林镇", townshipCode: "410481101" };
    const plan = grids([
      gridRow("410481101201", { ...committee, divisionCode: "410481101201" }),
      gridRow("410481101202", { ...committee, divisionCode: "410481101202" }),
    ]);
    expect(plan.divisions.map(({ code, name }) => [code, name])).toEqual([
      ["410481", "舞钢市"],
      ["410481101", "枣林镇"],
      ["410481101201", "网格410481101201"],
      ["410481101202", "网格410481101202"],
    ]);
    expect(plan.created.map((created) => created.divisionId)).toEqual([plan.divisions[2]!.id, plan.divisions[3]!.id]);
  });

  test("find their station by code, by the township's short name, and make it once where it is missing", () => {
    const plan = grids([
      gridRow("QY0001", { stationNames: ["YI"] }),
      gridRow("QY0002", { stationNames: ["丙派出所", "丙镇派出所"] }),
      gridRow("QY0003", { stationNames: ["丙派出所", "丙镇派出所"] }),
    ]);
    expect(plan.stations.map((station) => station.name)).toEqual(["丙派出所"]);
    expect(plan.created.map((created) => created.stationId)).toEqual([
      "乙派出所",
      plan.stations[0]!.id,
      plan.stations[0]!.id,
    ]);
  });

  test("of a station that is closed or to close, with an ambiguous police room or a name that is no station's are refused", () => {
    const rooms = ["一", "二"].map((id) => unit(id, { parentId: "甲派出所", kind: "POLICE_ROOM", name: "中心警务室" }));
    const ground = {
      units: [
        ...units,
        ...rooms,
        unit("丁派出所", { closedOn: "2025-01-01" }),
        unit("己派出所", { closedOn: "2027-01-01" }),
        unit("戊", { kind: "PARTNER", name: "戊派出所" }),
      ],
    };
    expect(
      codes(
        grids(
          [
            gridRow("QY0001", { stationNames: ["丁派出所"] }),
            gridRow("QY0002", { policeRoom: "中心警务室" }),
            gridRow("QY0003", { stationNames: ["戊派出所"] }),
            gridRow("QY0004", { stationNames: ["己派出所"] }),
          ],
          ground,
        ),
      ),
    ).toEqual([
      ["stationName", "ROW_UNIT_CLOSED"],
      ["policeRoom", "ROW_UNIT_AMBIGUOUS"],
      ["stationName", "ROW_NOT_A_STATION"],
      ["stationName", "ROW_UNIT_CLOSED"],
    ]);
  });

  test("make no village under a township that is closed", () => {
    const row = gridRow("410481100201", { kind: "VILLAGE", divisionCode: "410481100201", townshipName: "尹集镇" });
    const township = { id: "t", code: "410481100", name: "尹集镇", closedOn: "2026-01-01" };
    expect(codes(grids([row], { divisions: [township] }))).toEqual([["code", "ROW_DIVISION_CLOSED"]]);
    expect(codes(grids([row], { divisions: [{ ...township, closedOn: null }] }))).toEqual([]);
  });

  test("that are there keep what the file leaves blank, and leave their police room with their station", () => {
    const before = grid("QY0001", { policeRoomId: "room", households: 5, countedYear: 2020, complexity: "COMPLEX" });
    const plan = grids([gridRow("QY0001", { stationNames: ["乙派出所"] })], { grids: [before] });
    expect(plan.changed).toEqual([{ before, change: { stationId: "乙派出所", policeRoomId: null } }]);
    expect(codes(grids([gridRow("QY0001", { openedOn: "2025-01-01" })], { grids: [before] }))).toEqual([
      ["openedOn", "ROW_OPENED_ON_DIFFERS"],
    ]);
  });
});

const holders = [
  { duty: "RESPONSIBLE_OFFICER", memberKind: "OFFICER" },
  { duty: "AUXILIARY", memberKind: "AUXILIARY" },
] as const;
const member = (badge: string, overrides: Partial<GroundMember> = {}): GroundMember => ({
  id: `id-${badge}`,
  version: 1,
  badge,
  name: `姓名${badge}`,
  kind: "AUXILIARY",
  unitId: "甲派出所",
  phone: null,
  joinedOn: null,
  leftOn: null,
  ...overrides,
});
const seat = (gridCode: string, from: string, duty: Duty = "AUXILIARY", row = 2) => ({ row, gridCode, duty, from });
const memberRow = (badge: string, overrides: Partial<MemberRow> = {}): MemberRow => ({
  row: 2,
  badge,
  name: `姓名${badge}`,
  kind: "AUXILIARY",
  unitName: "甲派出所",
  seats: [],
  ...overrides,
});
const instant = (day: string) => new Date(`${day}T00:00:00+08:00`).toISOString();

const ground = (overrides: Partial<MemberGround> = {}): MemberGround => ({
  bureau,
  today,
  units,
  grids: [grid("QY0001")],
  members: [],
  assignments: [],
  standards: [],
  dutyHolders: [...holders],
  ...overrides,
});
const members = (rows: MemberRow[], on: Partial<MemberGround> = {}) =>
  planMembers(rows, ground(on), { from: "2026-01-01" }, ids());

describe("members", () => {
  test("who name no unit belong to the station of their first grid", () => {
    expect(
      members([memberRow("F1", { unitName: undefined, seats: [seat("QY0001", "2026-01-01")] })]).created,
    ).toMatchObject([{ unitId: "甲派出所" }]);
    expect(codes(members([memberRow("F1", { unitName: undefined })]))).toEqual([["unitName", "REQUIRED"]]);
  });

  test("who left, are leaving or join later are refused the seat", () => {
    const strength = [
      member("F1", { leftOn: "2026-01-01" }),
      member("F2", { leftOn: "2027-01-01" }),
      member("F3", { joinedOn: "2026-05-01" }),
    ];
    const rows = ["F1", "F2", "F3"].map((badge) => memberRow(badge, { seats: [seat("QY0001", "2026-02-01")] }));
    expect(codes(members(rows, { members: strength }))).toEqual([
      ["badge", "ROW_MEMBER_LEFT"],
      ["badge", "ROW_MEMBER_LEFT"],
      ["from", "ROW_MEMBER_JOINS_LATER"],
    ]);
  });

  test("who would lose a duty they hold by another kind are refused it", () => {
    const held = {
      id: "held",
      version: 1,
      gridId: "id-QY0001",
      memberId: "id-F1",
      duty: "AUXILIARY" as const,
      startsAt: instant("2025-01-01"),
      endsAt: null,
    };
    expect(
      codes(members([memberRow("F1", { kind: "OFFICER" })], { members: [member("F1")], assignments: [held] })),
    ).toEqual([["kind", "ROW_KIND_HOLDS_DUTY"]]);
  });

  test("who hold a seat already stay on it; a seat that overlaps another way is refused", () => {
    const held = (startsAt: string, endsAt: string | null) => ({
      id: "held",
      version: 1,
      gridId: "id-QY0001",
      memberId: "id-F1",
      duty: "AUXILIARY" as const,
      startsAt: instant(startsAt),
      endsAt: endsAt && instant(endsAt),
    });
    const plan = (startsAt: string, endsAt: string | null) =>
      members([memberRow("F1", { seats: [seat("QY0001", "2026-01-01")] })], {
        members: [member("F1")],
        assignments: [held(startsAt, endsAt)],
      });
    expect(plan("2025-01-01", null)).toMatchObject({ assignments: [], assignmentsUnchanged: 1, faults: [] });
    expect(codes(plan("2026-06-01", null))).toEqual([["gridCode", "ROW_ALREADY_ON_SEAT"]]);
    expect(codes(plan("2025-01-01", "2026-06-01"))).toEqual([["gridCode", "ROW_ALREADY_ON_SEAT"]]);
    expect(plan("2025-01-01", "2026-01-01")).toMatchObject({
      faults: [],
      assignments: [{ startsAt: instant("2026-01-01") }],
    });
  });
});

const day = fc
  .integer({ min: 0, max: 30 })
  .map((offset) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10));
const period = fc.tuple(day, fc.option(day)).map(([from, to]) => ({ from, to: to !== null && to < from ? from : to }));

test("a plan without faults never has two responsible officers or more than the standard's most at one moment", () => {
  fc.assert(
    fc.property(
      fc.array(period, { maxLength: 4 }),
      fc.array(day, { maxLength: 4 }),
      fc.constantFrom<Duty>("RESPONSIBLE_OFFICER", "AUXILIARY"),
      (held, starts, duty) => {
        const most = 2;
        const kind = duty === "AUXILIARY" ? "AUXILIARY" : "OFFICER";
        const assignments = held.map(({ from, to }, index) => ({
          id: `held-${index}`,
          version: 1,
          gridId: "id-QY0001",
          memberId: `other-${index}`,
          duty,
          startsAt: instant(from),
          endsAt: to && instant(to),
        }));
        const standards = [
          {
            gridKind: "ENTERPRISE" as const,
            complexity: "ORDINARY" as const,
            duty,
            atMost: most,
            startsAt: instant("2025-01-01"),
            endsAt: null,
          },
        ];
        const rows = starts.map((from, index) =>
          memberRow(`F${index}`, { row: index + 2, kind, seats: [seat("QY0001", from, duty, index + 2)] }),
        );
        const plan = members(rows, { assignments, standards });
        if (plan.faults.length > 0 || plan.assignments.length === 0) return;
        const all = [...assignments, ...plan.assignments.map(({ startsAt }) => ({ startsAt, endsAt: null }))];
        for (const { startsAt: moment } of plan.assignments) {
          const last = all.map((each) => each.startsAt).filter((at) => at >= moment);
          for (const at of last)
            expect(
              all.filter((each) => each.startsAt <= at && (each.endsAt === null || each.endsAt > at)).length,
            ).toBeLessThanOrEqual(duty === "AUXILIARY" ? most : 1);
        }
      },
    ),
  );
});
