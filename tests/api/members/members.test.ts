import { beforeEach, expect, test } from "vitest";
import { type Bureau, clock, makeBureau } from "../../support/bureau.ts";
import { auditOf, codes, commands, insertRow, makeGrid, makeMember, makeStation, seat } from "./ground.ts";

let bureau: Bureau;
let stationId: string;
const { run, refused } = commands(() => bureau);

beforeEach(async () => {
  clock.at = null;
  bureau = await makeBureau();
  stationId = await makeStation(bureau);
});

const input = (overrides: object = {}) => ({
  kind: "OFFICER",
  badge: "P0001",
  name: "单小军",
  unitId: stationId,
  phone: "199 0000 1234",
  joinedOn: "2024-01-01",
  ...overrides,
});

test("a member is created, with initials as surnames are read, and the phone masked in the audit row", async () => {
  const member = await run("createMember", input());
  expect(member).toMatchObject({
    badge: "P0001",
    phone: "199****1234",
    status: "ACTIVE",
    unit: { id: stationId },
    viewerMay: ["UPDATE_MEMBER", "TRANSFER_MEMBER", "MEMBER_LEAVES", "RECORD_ABSENCE", "OPEN_PHONE"],
  });
  const { members } = await bureau.administrator.run(
    `{ members(filter: { search: "sxj" }) { nodes { badge } } member(badge: "P0001") { name history { action } } }`,
  );
  expect(members.nodes).toEqual([{ badge: "P0001" }]);
  const [entry] = await auditOf(bureau, member.id);
  expect(entry).toMatchObject({ action: "member.create", before: null, after: { name: "单小军", phone: "***1234" } });
});

test("all that is wrong with a member is said at once", async () => {
  const answer = await refused("createMember", input({ badge: "11010519491231002X", name: " ", phone: "12345" }));
  expect(answer.code).toBe("INVALID");
  expect(codes(answer)).toEqual([
    "input.badge IDENTITY_NUMBER",
    "input.name REQUIRED",
    "input.phone MEMBER_PHONE_SHAPE",
  ]);
  expect(codes(await refused("createMember", input({ badge: "警?01" })))).toEqual(["input.badge MEMBER_BADGE_SHAPE"]);
  expect(codes(await refused("createMember", input({ badge: "080123.0" })))).toEqual([
    "input.badge MEMBER_BADGE_DECIMAL",
  ]);
});

test("a badge that is taken names who has it; a closed unit takes nobody", async () => {
  await run("createMember", input());
  expect(await refused("createMember", input({ name: "虚构乙" }))).toMatchObject({
    code: "CONFLICT",
    fields: [{ code: "MEMBER_BADGE_TAKEN", params: { member: "单小军" } }],
  });
  const closed = await makeStation(bureau, { closedOn: "2025-01-01" });
  expect(codes(await refused("createMember", input({ badge: "P0002", unitId: closed })))).toEqual([
    "input.unitId UNIT_CLOSED",
  ]);
});

test("a unit that is to close takes nobody who would still be there", async () => {
  const member = await makeMember(bureau, stationId);
  const closing = await makeStation(bureau, { closedOn: "2098-01-01" });
  const move = { id: member.id, unitId: closing, on: "2097-06-01" };
  const refusal = ["input.unitId UNIT_CLOSED"];
  expect(codes(await refused("createMember", input({ badge: "P0002", unitId: closing })))).toEqual(refusal);
  expect(codes(await refused("transferMember", { ...move, expectedVersion: 1 }))).toEqual(refusal);
  await run("memberLeaves", { id: member.id, on: "2098-01-01", expectedVersion: 1 });
  expect(await run("transferMember", { ...move, expectedVersion: 2 })).toMatchObject({
    unit: { id: stationId },
    version: 3,
  });
  expect(codes(await refused("returnMember", { id: member.id, expectedVersion: 3 }))).toEqual(["input.id UNIT_CLOSED"]);
});

test("an update changes what it is given, and only from the version seen", async () => {
  const member = await run("createMember", input());
  const updated = await run("updateMember", { id: member.id, phone: "0375-8123456", expectedVersion: 1 });
  expect(updated).toMatchObject({ name: "单小军", phone: "0375-****56", unit: { id: stationId }, version: 2 });
  expect(await run("updateMember", { id: member.id, phone: null, name: "曾小军", expectedVersion: 2 })).toMatchObject({
    phone: null,
    name: "曾小军",
  });
  expect(await refused("updateMember", { id: member.id, name: "甲", expectedVersion: 1 })).toMatchObject({
    fields: [{ code: "VERSION_MOVED", params: { version: 3 } }],
  });
  const [, first] = await auditOf(bureau, member.id);
  expect(first).toMatchObject({
    action: "member.update",
    before: { phone: "***1234" },
    after: { phone: "***3456" },
  });
  expect(
    codes(await refused("updateMember", { id: member.id, joinedOn: "2024-01-01", badge: "!", expectedVersion: 3 })),
  ).toEqual(["input.badge MEMBER_BADGE_SHAPE"]);
});

test("a member keeps a kind that may hold the seats held", async () => {
  const member = await makeMember(bureau, stationId);
  await seat(bureau, await makeGrid(bureau, stationId, { name: "甲网格", code: "G-0001" }), member.id);
  const answer = await refused("updateMember", { id: member.id, kind: "AUXILIARY", expectedVersion: 1 });
  expect(answer).toMatchObject({
    code: "CONFLICT",
    fields: [
      { path: ["input", "kind"], code: "MEMBER_KIND_HOLDS_SEAT", params: { grid: "甲网格", gridCode: "G-0001" } },
    ],
  });
});

test("nobody joins after a seat was held already", async () => {
  const member = await makeMember(bureau, stationId);
  const period = { startsAt: "2025-03-01T00:00:00+08:00", endsAt: "2025-06-01T00:00:00+08:00" };
  await seat(bureau, await makeGrid(bureau, stationId), member.id, period);
  const join = (joinedOn: string) => ({ id: member.id, joinedOn, expectedVersion: 1 });
  expect(codes(await refused("updateMember", join("2025-03-02")))).toEqual(["input.joinedOn MEMBER_HELD_SEAT_EARLIER"]);
  expect(await run("updateMember", join("2025-03-01"))).toMatchObject({ joinedOn: "2025-03-01" });
});

test("who leaves names the seats held, ends them when asked, and may return", async () => {
  const member = await makeMember(bureau, stationId, { joinedOn: "2024-01-01" });
  const current = await seat(bureau, await makeGrid(bureau, stationId, { code: "G-0001" }), member.id);
  const planned = await seat(bureau, await makeGrid(bureau, stationId, { code: "G-0002" }), member.id, {
    startsAt: "2099-01-01T00:00:00+08:00",
  });
  const on = "2098-01-01";
  expect(await refused("memberLeaves", { id: member.id, on, expectedVersion: 1 })).toMatchObject({
    code: "CONFLICT",
    fields: [
      { code: "MEMBER_HOLDS_SEAT", params: { gridCode: "G-0001" } },
      { code: "MEMBER_HOLDS_SEAT", params: { gridCode: "G-0002" } },
    ],
  });
  expect(
    codes(await refused("memberLeaves", { id: member.id, on: "2023-01-01", reason: "测试", expectedVersion: 1 })),
  ).toEqual(["input.on MEMBER_JOINED_LATER"]);
  const left = await run("memberLeaves", {
    id: member.id,
    on,
    reason: "调离",
    endAssignments: true,
    expectedVersion: 1,
  });
  expect(left).toMatchObject({ leftOn: on, status: "ACTIVE", version: 2 });
  const ends = await bureau.sql(
    (sql) =>
      sql<
        { id: string; endsAt: Date; endReason: string }[]
      >`select id, ends_at, end_reason from assignments where bureau_id = ${bureau.id} order by starts_at`,
  );
  expect(ends.map((row) => [row.id, row.endsAt.toISOString(), row.endReason])).toEqual([
    [current, "2097-12-31T16:00:00.000Z", "调离"],
    [planned, "2098-12-31T16:00:00.000Z", "调离"],
  ]);
  expect((await auditOf(bureau, member.id)).at(-1)).toMatchObject({
    action: "member.leave",
    after: { leftOn: on },
    reason: "调离",
  });
  expect(await auditOf(bureau, current)).toMatchObject([
    { action: "assignment.end", after: { endsAt: "2097-12-31T16:00:00.000Z" } },
  ]);
  expect(codes(await refused("memberLeaves", { id: member.id, on, expectedVersion: 2 }))).toEqual([
    "input.id MEMBER_HAS_LEFT",
  ]);
  expect(await run("returnMember", { id: member.id, expectedVersion: 2 })).toMatchObject({ leftOn: null });
  expect(codes(await refused("returnMember", { id: member.id, expectedVersion: 3 }))).toEqual([
    "input.id MEMBER_HAS_NOT_LEFT",
  ]);
});

test("nobody leaves before the end of a seat that has ended", async () => {
  const member = await makeMember(bureau, stationId);
  const leaving = { id: member.id, reason: "补录", expectedVersion: 1 };
  await seat(bureau, await makeGrid(bureau, stationId), member.id, { endsAt: "2025-06-01T00:00:00+08:00" });
  expect(codes(await refused("memberLeaves", { ...leaving, on: "2025-05-01", endAssignments: true }))).toEqual([
    "input.on MEMBER_HELD_SEAT_LATER",
  ]);
  expect(await run("memberLeaves", { ...leaving, on: "2025-06-01" })).toMatchObject({
    status: "LEFT",
  });
});

test("another bureau's member looks absent, and a chief may change none", async () => {
  const other = await makeBureau();
  const member = await makeMember(bureau, stationId);
  const change = { id: member.id, name: "甲", expectedVersion: 1 };
  expect((await refused("updateMember", change, other.administrator)).code).toBe("NOT_FOUND");
  expect((await refused("createMember", input(), other.administrator)).code).toBe("NOT_FOUND");
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: stationId });
  const stranger = await bureau.signIn({ role: "STATION_CHIEF", unitId: await makeStation(bureau) });
  expect((await refused("updateMember", change, chief)).code).toBe("FORBIDDEN");
  expect((await refused("updateMember", change, stranger)).code).toBe("NOT_FOUND");
  for (const name of ["memberLeaves", "returnMember"])
    expect(
      (
        await refused(
          name,
          { id: member.id, ...(name === "memberLeaves" ? { on: "2026-01-01" } : {}), expectedVersion: 1 },
          chief,
        )
      ).code,
    ).toBe("FORBIDDEN");
});

const list = `query ($filter: MemberFilter, $orderBy: MemberOrder! = NAME, $direction: OrderDirection! = ASC, $first: Int, $after: String, $last: Int, $before: String) {
  members(filter: $filter, orderBy: $orderBy, direction: $direction, first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { name } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`;
const names = async (
  variables: Record<string, unknown>,
  by: Pick<Bureau["administrator"], "run"> = bureau.administrator,
) => (await by.run(list, variables)).members.nodes.map((member: { name: string }) => member.name);

test("members are found by name, badge and initials, and stand in pinyin order, page by page both ways", async () => {
  const team = await insertRow(bureau, "units", { parentId: stationId, kind: "TEAM", name: "测试队", level: 1 });
  const other = await makeStation(bureau, { name: "安测派出所" });
  await makeMember(bureau, team, { name: "张三", badge: "A3", kind: "AUXILIARY" });
  await makeMember(bureau, stationId, { name: "解安安", badge: "A1" });
  await makeMember(bureau, stationId, { name: "李四", badge: "A2", kind: "LAWYER" });
  await makeMember(bureau, other, { name: "艾青青", badge: "B1" });
  expect(await names({}), "解 is Xie as a surname").toEqual(["艾青青", "李四", "解安安", "张三"]);
  expect(await names({ direction: "DESC" })).toEqual(["张三", "解安安", "李四", "艾青青"]);
  expect(await names({ orderBy: "BADGE" })).toEqual(["解安安", "李四", "张三", "艾青青"]);
  expect(await names({ orderBy: "KIND" })).toEqual(["艾青青", "解安安", "张三", "李四"]);
  expect((await names({ orderBy: "UNIT" }))[0]).toBe("艾青青");
  expect(await names({ filter: { search: "ZS" } })).toEqual(["张三"]);
  expect(await names({ filter: { search: "xa" } })).toEqual(["解安安"]);
  expect(await names({ filter: { search: " a2 " } })).toEqual(["李四"]);
  expect(await names({ filter: { search: "%" } })).toEqual([]);
  expect(await names({ filter: { unitId: stationId } })).toEqual(["李四", "解安安", "张三"]);
  expect(await names({ filter: { kind: "OFFICER", unitId: stationId, status: "ACTIVE" } })).toEqual(["解安安"]);
  const { members: first } = await bureau.administrator.run(list, { first: 3 });
  expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
  expect(await names({ first: 3, after: first.pageInfo.endCursor })).toEqual(["张三"]);
  expect(await names({ last: 2, before: first.pageInfo.endCursor })).toEqual(["艾青青", "李四"]);
});

test("a chief sees the members of the station, and those with a seat at its grids now or later", async () => {
  const elsewhere = await makeStation(bureau);
  await makeMember(bureau, stationId, { name: "本所" });
  const guest = await makeMember(bureau, elsewhere, { name: "外援" });
  const former = await makeMember(bureau, elsewhere, { name: "曾任" });
  await makeMember(bureau, elsewhere, { name: "无关" });
  const gridId = await makeGrid(bureau, stationId);
  await seat(bureau, gridId, guest.id, { startsAt: "2099-01-01T00:00:00+08:00" });
  await seat(bureau, gridId, former.id, { endsAt: "2025-01-01T00:00:00+08:00" });
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: stationId });
  expect(await names({}, chief)).toEqual(["本所", "外援"]);
  const seen = await chief.run(
    `{ member(badge: "${guest.badge}") { unit { id } viewerMay } other: member(badge: "${former.badge}") { id } }`,
  );
  expect(seen).toEqual({ member: { unit: null, viewerMay: [] }, other: null });
});

test("phones are for administrators, chiefs and dispatchers in reach, and for oneself", async () => {
  const [own, other] = [
    await makeMember(bureau, stationId, { phone: "19900000001", badge: "A1" }),
    await makeMember(bureau, stationId, { phone: "19900000002", badge: "A2" }),
  ];
  const phones = async (by: Pick<Bureau["administrator"], "run">) =>
    (await by.run(`{ members(orderBy: BADGE) { nodes { phone } } }`)).members.nodes.map(
      (member: { phone: string | null }) => member.phone,
    );
  for (const role of ["BUREAU_ADMINISTRATOR", "STATION_CHIEF", "DISPATCHER"] as const)
    expect(await phones(await bureau.signIn({ role, unitId: stationId }))).toEqual(["199****0001", "199****0002"]);
  expect(await phones(await bureau.signIn({ role: "AUDITOR" }))).toEqual([null, null]);
  expect(await phones(await bureau.signIn({ role: "MEMBER", unitId: stationId, memberId: own.id }))).toEqual([
    "199****0001",
    null,
  ]);
  expect(
    await phones(await bureau.signIn({ role: "MEMBER", unitId: await makeStation(bureau), memberId: other.id })),
  ).toEqual(["199****0002"]);
});

test("the members of a unit are those who have not left", async () => {
  await makeMember(bureau, stationId, { name: "在职" });
  const left = await makeMember(bureau, stationId, { name: "离职" });
  await run("memberLeaves", { id: left.id, on: "2025-01-01", reason: "测试", expectedVersion: 1 });
  const { unit } = await bureau.administrator.run(`query ($id: ID!) { unit(id: $id) { members { name } } }`, {
    id: stationId,
  });
  expect(unit.members).toEqual([{ name: "在职" }]);
  expect(await names({ filter: { status: "LEFT" } })).toEqual(["离职"]);
});
