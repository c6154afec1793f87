import { dayOf } from "@maple-bridge/server/kernel/day";
import { beforeEach, describe, expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { auditOf, codes, commands, makeGrid, makeMember, makeStation, seat } from "./ground.ts";

let bureau: Bureau;
let north: string;
let south: string;
let member: Awaited<ReturnType<typeof makeMember>>;
const { run, refused } = commands(() => bureau);

beforeEach(async () => {
  bureau = await makeBureau();
  [north, south] = [await makeStation(bureau), await makeStation(bureau)];
  member = await makeMember(bureau, north, { name: "虚构甲" });
});

const at = (day: string) => `${day}T04:00:00.000Z`;
const on = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000));
const asked = `query ($badge: String!, $at: DateTime) { member(badge: $badge, at: $at) { version status joinedOn leftOn unit { id } units { startsOn endsOn reason unit { id } } serviceBreaks { startsOn endsOn } } }`;
const then = async (day?: string, by = bureau.administrator) =>
  (await by.run(asked, { badge: member.badge, at: day && at(day) })).member;

describe("a transfer", () => {
  test("from a past day gives each day its unit, in lists, filters and trees, and says why", async () => {
    const input = { id: member.id, unitId: south, on: "2026-03-01", expectedVersion: 1 };
    expect(codes(await refused("transferMember", input))).toEqual(["input.reason REASON_FOR_THE_PAST"]);
    await run("transferMember", { ...input, reason: "交流轮岗" });
    expect(await then()).toMatchObject({
      version: 2,
      unit: { id: south },
      units: [
        { startsOn: "2026-03-01", endsOn: null, reason: "交流轮岗", unit: { id: south } },
        { startsOn: null, endsOn: "2026-03-01", reason: null, unit: { id: north } },
      ],
    });
    const read = `query ($at: DateTime) { members(at: $at, filter: { unitId: "${north}" }) { totalCount } unit(id: "${north}") { members(at: $at) { id } } }`;
    for (const [day, count] of [
      ["2026-02-28", 1],
      ["2026-03-01", 0],
    ] as const) {
      const answer = await bureau.administrator.run(read, { at: at(day) });
      expect([answer.members.totalCount, answer.unit.members.length]).toEqual([count, count]);
    }
    expect((await auditOf(bureau, member.id)).at(-1)).toMatchObject({
      action: "member.transfer",
      before: { unitId: north },
      after: { unitId: south, startsOn: "2026-03-01" },
      reason: "交流轮岗",
    });
  });

  test("to come leaves the member where they are until then, to the chiefs too", async () => {
    await run("transferMember", { id: member.id, unitId: south, on: on(5), expectedVersion: 1 });
    const chiefs = await Promise.all([north, south].map((unitId) => bureau.signIn({ role: "STATION_CHIEF", unitId })));
    const seen = await Promise.all(chiefs.map((chief) => then(on(6), chief)));
    expect(seen).toMatchObject([{ unit: null }, null]);
    expect(await then(on(6))).toMatchObject({ unit: { id: south } });
    expect(await then()).toMatchObject({ unit: { id: north } });
  });

  test("asks what becomes of the seats at grids of other stations, and names them", async () => {
    const [own, other] = [
      await makeGrid(bureau, north, { name: "城北网格", code: "N-0001" }),
      await makeGrid(bureau, south, { name: "城南网格", code: "S-0001" }),
    ];
    await seat(bureau, own, member.id);
    await seat(bureau, other, member.id);
    const input = { id: member.id, unitId: south, on: on(3), expectedVersion: 1 };
    expect(await refused("transferMember", input)).toMatchObject({
      code: "CONFLICT",
      fields: [
        {
          path: ["input", "seats"],
          code: "MEMBER_HOLDS_SEAT_ELSEWHERE",
          params: { grid: "城北网格", gridCode: "N-0001" },
        },
      ],
    });
    await run("transferMember", { ...input, seats: "END" });
    const { member: seats } = await bureau.administrator.run(
      `{ member(badge: "${member.badge}") { assignments { endsAt grid { code } } } }`,
    );
    expect(
      seats.assignments.toSorted((a: { grid: { code: string } }, b: { grid: { code: string } }) =>
        a.grid.code < b.grid.code ? -1 : 1,
      ),
    ).toEqual([
      { endsAt: new Date(`${on(3)}T00:00:00+08:00`).toISOString(), grid: { code: "N-0001" } },
      { endsAt: null, grid: { code: "S-0001" } },
    ]);
  });

  test("keeps the seats when that is chosen, and is refused where the member is already, has left, or may not come", async () => {
    const own = await makeGrid(bureau, north);
    await seat(bureau, own, member.id);
    expect(
      codes(await refused("transferMember", { id: member.id, unitId: north, on: on(1), expectedVersion: 1 })),
    ).toEqual(["input.unitId MEMBER_ALREADY_THERE"]);
    const moved = await run("transferMember", {
      id: member.id,
      unitId: south,
      on: on(1),
      seats: "KEEP",
      expectedVersion: 1,
    });
    expect(moved.version).toBe(2);
    const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: north });
    expect(
      (await refused("transferMember", { id: member.id, unitId: south, on: on(1), expectedVersion: 2 }, chief)).code,
    ).toBe("FORBIDDEN");
    await run("memberLeaves", { id: member.id, on: on(9), endAssignments: true, expectedVersion: 2 });
    expect(
      codes(await refused("transferMember", { id: member.id, unitId: north, on: on(9), expectedVersion: 3 })),
    ).toEqual(["input.on MEMBER_HAS_LEFT"]);
  });
});

describe("who left", () => {
  beforeEach(async () => {
    await run("memberLeaves", { id: member.id, on: "2026-02-01", reason: "调离", expectedVersion: 1 });
  });

  test("and is taken on again after a gap keeps the gap", async () => {
    const back = { id: member.id, on: "2026-05-01", expectedVersion: 2 };
    expect(codes(await refused("returnMember", back))).toEqual(["input.reason REASON_FOR_THE_PAST"]);
    expect(codes(await refused("returnMember", { ...back, on: "2026-01-31", reason: "x" }))).toEqual([
      "input.on MEMBER_BACK_BEFORE_LEAVING",
    ]);
    await run("returnMember", { ...back, reason: "重新录用" });
    expect(await then()).toMatchObject({
      status: "ACTIVE",
      leftOn: null,
      serviceBreaks: [{ startsOn: "2026-02-01", endsOn: "2026-05-01" }],
    });
    for (const [day, status] of [
      ["2026-01-31", "ACTIVE"],
      ["2026-02-01", "LEFT"],
      ["2026-04-30", "LEFT"],
      ["2026-05-01", "ACTIVE"],
    ] as const)
      expect(await then(day)).toMatchObject({ status });
    const grid = await makeGrid(bureau, north);
    const assign = `mutation ($input: AssignMemberInput!) { assignMember(input: $input) { id } }`;
    const input = { idempotencyKey: "gap-assign", gridId: grid, memberId: member.id, duty: "RESPONSIBLE_OFFICER" };
    expect(
      await bureau.administrator.refused(assign, { input: { ...input, from: at("2026-04-01"), reason: "补录" } }),
    ).toMatchObject({ fields: [{ code: "ASSIGNEE_OFF_STRENGTH", params: { from: "2026-02-01", to: "2026-05-01" } }] });
    const candidates = `query ($at: DateTime) { candidates(gridId: "${grid}", duty: RESPONSIBLE_OFFICER, at: $at) { totalCount } }`;
    expect(await bureau.administrator.run(candidates, { at: at("2026-03-01") })).toEqual({
      candidates: { totalCount: 0 },
    });
    expect(await bureau.administrator.run(candidates)).toEqual({ candidates: { totalCount: 1 } });
    expect(
      codes(await refused("memberLeaves", { id: member.id, on: "2026-03-01", reason: "x", expectedVersion: 3 })),
    ).toEqual(["input.on MEMBER_COMES_BACK_LATER"]);
    await run("memberLeaves", { id: member.id, on: "2026-02-01", reason: "录错", expectedVersion: 3 });
    expect(await then()).toMatchObject({ status: "LEFT", leftOn: "2026-02-01", serviceBreaks: [] });
  });

  test("is as if never gone when the leaving is taken back, with a reason when that is past", async () => {
    expect(codes(await refused("returnMember", { id: member.id, expectedVersion: 2 }))).toEqual([
      "input.reason REASON_FOR_THE_PAST",
    ]);
    await run("returnMember", { id: member.id, reason: "误操作", expectedVersion: 2 });
    expect(await then("2026-03-01")).toMatchObject({ status: "ACTIVE", serviceBreaks: [] });
  });
});

describe("a substitute", () => {
  const away = (substituteId: string) => ({
    memberId: member.id,
    from: at(on(-1)),
    to: at(on(9)),
    reason: "年休假",
    substituteId,
  });

  test("must be of a kind that may hold each duty stood in for at the time", async () => {
    const grid = await makeGrid(bureau, north, { name: "城北网格" });
    const lawyer = await makeMember(bureau, north, { kind: "LAWYER", name: "虚构律师" });
    await seat(bureau, grid, member.id);
    expect(await refused("recordAbsence", away(lawyer.id))).toMatchObject({
      fields: [
        {
          path: ["input", "substituteId"],
          code: "SUBSTITUTE_MAY_NOT_HOLD",
          params: { member: "虚构律师", grid: "城北网格", duty: "RESPONSIBLE_OFFICER" },
        },
      ],
    });
    const absence = await run("recordAbsence", { ...away(lawyer.id), substituteId: null });
    expect(
      codes(
        await refused("updateAbsence", { id: absence.id, substituteId: lawyer.id, expectedVersion: absence.version }),
      ),
    ).toEqual(["input.substituteId SUBSTITUTE_MAY_NOT_HOLD"]);
  });

  test("who may not hold the duty is named by nobody's answer, though recorded before the seat was taken", async () => {
    const lawyer = await makeMember(bureau, north, { kind: "LAWYER" });
    const officer = await makeMember(bureau, north);
    await run("recordAbsence", away(lawyer.id));
    const grid = await makeGrid(bureau, north);
    await seat(bureau, grid, member.id);
    const read = `{ responsibleFor(gridId: "${grid}", duty: RESPONSIBLE_OFFICER) { holder { id } responsible { id } } }`;
    const responsible = async () => (await bureau.administrator.run(read)).responsibleFor[0];
    expect(await responsible()).toEqual({ holder: { id: member.id }, responsible: null });
    await run("recordAbsence", { ...away(officer.id), memberId: lawyer.id });
    expect(await responsible()).toEqual({ holder: { id: member.id }, responsible: { id: officer.id } });
  });
});
