import { dayOf } from "@maple-bridge/server/kernel/day";
import { beforeEach, describe, expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { auditOf, makeGrid, type MadeGrid, makeMember, makePoliceRoom, makeStation } from "./ground.ts";

let bureau: Bureau;
let north: string;
let south: string;
let grid: MadeGrid;

beforeEach(async () => {
  bureau = await makeBureau();
  [north, south] = [
    await makeStation(bureau, { name: "城北派出所" }),
    await makeStation(bureau, { name: "城南派出所" }),
  ];
  grid = await makeGrid(bureau, north, { name: "化工园" });
});

const fields = `version name kind station { id } policeRoom { id } facts { startsOn endsOn name kind reason station { id } }`;
const command = (name: "updateGrid" | "moveGrid") =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} } }`;
const withKey = (input: object) => ({ input: { idempotencyKey: newKey(), id: grid.id, ...input } });
const run = async (name: "updateGrid" | "moveGrid", input: object) =>
  (await bureau.administrator.run(command(name), withKey(input)))[name];
const refused = async (name: "updateGrid" | "moveGrid", input: object) =>
  (await bureau.administrator.refused(command(name), withKey(input))).fields.map(
    ({ path, code }) => `${path.at(-1)} ${code}`,
  );

const at = (day: string) => `${day}T04:00:00.000Z`;
const on = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000));
const asked = `query ($code: String!, $at: DateTime) { grid(code: $code, at: $at) { name kind station { id } coverage { required } } }`;
const then = async (day: string) => (await bureau.administrator.run(asked, { code: grid.code, at: at(day) })).grid;

async function setStandard(gridKind: string, atLeast: number) {
  await bureau.administrator.run(
    `mutation ($input: SetStaffingStandardInput!) { setStaffingStandard(input: $input) { id } }`,
    {
      input: {
        idempotencyKey: newKey(),
        gridKind,
        complexity: "ORDINARY",
        duty: "AUXILIARY",
        atLeast,
        from: "2019-12-31T16:00:00Z",
        reason: "补录",
      },
    },
  );
}

describe("a grid that is moved", () => {
  test("from a past day belongs to the station of each day, in names, filters, trees and counts", async () => {
    await setStandard("ENTERPRISE", 1);
    const moved = await run("moveGrid", {
      stationId: south,
      from: "2026-03-01",
      reason: "区划调整",
      expectedVersion: 1,
    });
    expect(moved).toMatchObject({
      version: 2,
      station: { id: south },
      facts: [
        { startsOn: "2026-03-01", endsOn: null, reason: "区划调整", station: { id: south } },
        { startsOn: null, endsOn: "2026-03-01", reason: null, station: { id: north } },
      ],
    });
    const read = `query ($at: DateTime) {
      grids(at: $at) { nodes { station { name } } }
      north: grids(at: $at, filter: { stationId: "${north}" }) { totalCount }
      below: grids(at: $at, filter: { unitId: "${south}" }) { totalCount }
      ordered: grids(at: $at, orderBy: STATION) { nodes { code } }
      units(filter: { kinds: [STATION] }) { nodes { name grids(at: $at) { code } coverage(at: $at) { required } } }
      coverage(by: STATION, at: $at) { station { name } required }
    }`;
    const of = (name: string, has: boolean) => ({
      name,
      grids: has ? [{ code: grid.code }] : [],
      coverage: { required: has ? 1 : 0 },
    });
    const answer = (isNorth: boolean) => ({
      grids: { nodes: [{ station: { name: isNorth ? "城北派出所" : "城南派出所" } }] },
      north: { totalCount: isNorth ? 1 : 0 },
      below: { totalCount: isNorth ? 0 : 1 },
      units: { nodes: expect.arrayContaining([of("城北派出所", isNorth), of("城南派出所", !isNorth)]) },
      coverage: expect.arrayContaining([
        { station: { name: "城北派出所" }, required: isNorth ? 1 : 0 },
        { station: { name: "城南派出所" }, required: isNorth ? 0 : 1 },
      ]),
    });
    expect(await bureau.administrator.run(read, { at: at("2026-02-28") })).toMatchObject(answer(true));
    expect(await bureau.administrator.run(read, { at: at("2026-03-01") })).toMatchObject(answer(false));
    expect(await bureau.administrator.run(read)).toMatchObject(answer(false));
  });

  test("as of a day to come is still where it was, and a planned move stays when it is renamed meanwhile", async () => {
    await run("moveGrid", { stationId: south, from: on(10), expectedVersion: 1 });
    expect(await run("updateGrid", { name: "化工产业园", expectedVersion: 2 })).toMatchObject({
      name: "化工产业园",
      station: { id: north },
      facts: [
        { startsOn: on(10), name: "化工产业园", station: { id: south } },
        { startsOn: on(0), name: "化工产业园", station: { id: north } },
        { startsOn: null, name: "化工园", station: { id: north } },
      ],
    });
    expect(await then(on(11))).toMatchObject({ name: "化工产业园", station: { id: south } });
    const back = await run("moveGrid", { stationId: north, from: on(10), expectedVersion: 3 });
    expect(back.facts).toHaveLength(2);
  });

  test("is seen and counted by whom its station of today is, on any day; whoever sees all counts it for the station that it was of", async () => {
    await setStandard("ENTERPRISE", 1);
    await run("moveGrid", { stationId: south, from: "2026-03-01", reason: "区划调整", expectedVersion: 1 });
    const chiefs = await Promise.all([north, south].map((unitId) => bureau.signIn({ role: "STATION_CHIEF", unitId })));
    const read = `query ($at: DateTime) { grids(at: $at) { nodes { code station { id } coverage { required } facts { station { id } } } } coverage(by: STATION, at: $at) { required } }`;
    const past = await Promise.all(chiefs.map((chief) => chief.run(read, { at: at("2026-02-01") })));
    expect(past[0]).toEqual({ grids: { nodes: [] }, coverage: [{ required: 0 }] });
    expect(past[1]).toEqual({
      grids: {
        nodes: [
          {
            code: grid.code,
            station: null,
            coverage: { required: 1 },
            facts: [{ station: { id: south } }, { station: null }],
          },
        ],
      },
      coverage: [{ required: 0 }],
    });
  });
});

describe("what a grid is", () => {
  test("of another kind from a day on asks for that kind's seats from then on", async () => {
    await setStandard("ENTERPRISE", 4);
    await setStandard("SCENIC", 1);
    await run("updateGrid", { kind: "SCENIC", from: "2026-06-15", reason: "转型", expectedVersion: 1 });
    expect(await then("2026-06-14")).toMatchObject({ kind: "ENTERPRISE", coverage: { required: 4 } });
    expect(await then("2026-06-15")).toMatchObject({ kind: "SCENIC", coverage: { required: 1 } });
    const vacant = `query ($at: DateTime) { grid(code: "${grid.code}", at: $at) { seats { ordinal vacantSince } coverage { daysVacant } }
      bureau { coverage(at: $at) { daysVacant } } }`;
    const opened = "2019-12-31T16:00:00.000Z";
    const days = Math.floor((Date.parse(at("2026-06-20")) - Date.parse(opened)) / 86_400_000);
    expect(await bureau.administrator.run(vacant, { at: at("2026-06-20") })).toEqual({
      grid: { seats: [{ ordinal: 1, vacantSince: opened }], coverage: { daysVacant: days } },
      bureau: { coverage: { daysVacant: days } },
    });
    await run("updateGrid", { kind: "ENTERPRISE", from: "2026-06-18", reason: "恢复", expectedVersion: 2 });
    const back = await bureau.administrator.run(vacant, { at: at("2026-06-20") });
    expect(back.grid.seats.map((seat: { vacantSince: string }) => seat.vacantSince)).toEqual([
      opened,
      ...Array(3).fill("2026-06-17T16:00:00.000Z"),
    ]);
    expect(back.bureau.coverage.daysVacant).toBe(days + 3 * 2);
  });

  test("is told with who did it, from when and why", async () => {
    await run("updateGrid", {
      kind: "SCENIC",
      from: "2026-06-15",
      reason: "转型",
      households: 3,
      countedYear: 2025,
      expectedVersion: 1,
    });
    expect((await auditOf(bureau, grid.id)).at(-1)).toEqual({
      action: "grid.update",
      before: { kind: "ENTERPRISE", households: null, countedYear: null },
      after: { kind: "SCENIC", households: 3, countedYear: 2025, startsOn: "2026-06-15" },
      reason: "转型",
    });
  });

  test("as it always was is set right from the day of its opening, with the reason", async () => {
    expect(await refused("updateGrid", { kind: "SCENIC", from: "2020-01-01", expectedVersion: 1 })).toEqual([
      "reason REASON_FOR_THE_PAST",
    ]);
    const set = { kind: "SCENIC", from: "2020-01-01", reason: "录错", expectedVersion: 1 };
    expect((await run("updateGrid", set)).facts).toMatchObject([{ startsOn: null, endsOn: null, kind: "SCENIC" }]);
  });

  test("changes nothing when it is so already: no version, no history", async () => {
    const before = await auditOf(bureau, grid.id);
    const same = { name: "化工园", kind: "ENTERPRISE", households: null, code: grid.code, expectedVersion: 1 };
    expect(await run("updateGrid", same)).toMatchObject({ version: 1 });
    expect(await auditOf(bureau, grid.id)).toEqual(before);
    expect(await refused("moveGrid", { stationId: north, expectedVersion: 1 })).toEqual([
      "stationId GRID_ALREADY_THERE",
    ]);
  });

  test("may not lie at a police room of another station, nor at a station past its closing, in any of the times", async () => {
    const room = await makePoliceRoom(bureau, north);
    expect(await run("updateGrid", { policeRoomId: room, expectedVersion: 1 })).toMatchObject({
      policeRoom: { id: room },
    });
    expect(
      await refused("moveGrid", { stationId: south, policeRoomId: room, from: on(5), expectedVersion: 2 }),
    ).toEqual(["policeRoomId GRID_POLICE_ROOM_ELSEWHERE"]);
    const moved = await run("moveGrid", { stationId: south, from: on(5), expectedVersion: 2 });
    expect(moved).toMatchObject({ policeRoom: { id: room }, station: { id: north } });
    expect(await refused("updateGrid", { policeRoomId: room, from: on(6), expectedVersion: 3 })).toEqual([
      "policeRoomId GRID_POLICE_ROOM_ELSEWHERE",
    ]);
    const closing = await makeStation(bureau, { closedOn: on(20) });
    expect(await refused("moveGrid", { stationId: closing, from: on(6), expectedVersion: 3 })).toEqual([
      "stationId GRID_STATION_CLOSED",
    ]);
    expect(await run("moveGrid", { stationId: closing, from: on(2), expectedVersion: 3 })).toMatchObject({
      version: 4,
    });
  });

  test("binds how many may hold a seat while it is so", async () => {
    const officers = await Promise.all([1, 2].map(() => makeMember(bureau, north, { kind: "AUXILIARY" })));
    await bureau.administrator.run(
      `mutation ($input: SetStaffingStandardInput!) { setStaffingStandard(input: $input) { id } }`,
      {
        input: {
          idempotencyKey: newKey(),
          gridKind: "SCENIC",
          complexity: "ORDINARY",
          duty: "AUXILIARY",
          atLeast: 1,
          atMost: 1,
          from: "2019-12-31T16:00:00Z",
          reason: "补录",
        },
      },
    );
    await run("updateGrid", { kind: "SCENIC", from: on(10), expectedVersion: 1 });
    const assign = (memberId: string, to: string | null) => ({
      input: {
        idempotencyKey: newKey(),
        gridId: grid.id,
        duty: "AUXILIARY",
        memberId,
        from: at(on(1)),
        to: to && at(to),
      },
    });
    const assignMember = `mutation ($input: AssignMemberInput!) { assignMember(input: $input) { id } }`;
    await bureau.administrator.run(assignMember, assign(officers[0]!.id, null));
    const [first] = (await bureau.administrator.refused(assignMember, assign(officers[1]!.id, null))).fields;
    expect(first).toMatchObject({ code: "SEATS_ALL_TAKEN", params: { on: on(10) } });
    await bureau.administrator.run(assignMember, assign(officers[1]!.id, on(9)));
  });
});

describe("the database itself", () => {
  type Sql = Parameters<Parameters<Bureau["sql"]>[0]>[0];
  const insert = (row: object) => (sql: Sql) =>
    sql`insert into grid_facts ${sql({ bureauId: bureau.id, gridId: grid.id, stationId: north, name: "x", nameInitials: "x", kind: "SCENIC", ...row })}`;
  const attacks: Record<string, (sql: Sql) => Promise<unknown>> = {
    "a gap": (sql) => sql`update grid_facts set ends_on = '2026-01-01' where grid_id = ${grid.id}`,
    "an overlap": (sql) => insert({ startsOn: "2026-01-01", endsOn: "2026-02-01" })(sql),
    "two open ends": (sql) => insert({ startsOn: "2026-01-01" })(sql),
    "no begin": (sql) => sql`update grid_facts set starts_on = '2020-01-01' where grid_id = ${grid.id}`,
    "a grid without facts": (sql) => sql`delete from grid_facts where grid_id = ${grid.id}`,
  };

  test.each(Object.keys(attacks))("refuses %s", async (attack) => {
    await expect(bureau.sql(async (sql) => void (await attacks[attack]!(sql)))).rejects.toMatchObject({ code: /^23/ });
  });
});
