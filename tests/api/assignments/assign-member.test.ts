import { expect, test } from "vitest";
import { makeBureau, theServer } from "../../support/bureau.ts";
import { auditOf, makeGrid, makeMember, makeStation } from "../grids/ground.ts";
import { assign, assignMember, demand, fromNow, makeStaffed, withKey } from "./staffing.ts";

test("a member is assigned from now, and the audit log names both", async () => {
  const { bureau, grid, officer } = await makeStaffed();
  const made = await assign(bureau.administrator, {
    gridId: grid.id,
    memberId: officer.id,
    concurrentPost: "村委会委员",
  });
  expect(made).toMatchObject({ state: "CURRENT", endsAt: null, version: 1 });
  expect(await auditOf(bureau, made.id)).toMatchObject([
    {
      action: "assignment.assign",
      after: {
        grid: grid.name,
        member: officer.name,
        badge: officer.badge,
        duty: "RESPONSIBLE_OFFICER",
        concurrentPost: "村委会委员",
      },
    },
  ]);
});

test("a planned period and one of the past are taken, the past with a reason", async () => {
  const { bureau, grid, officer } = await makeStaffed();
  const [past, future] = [
    { from: fromNow(-60), to: fromNow(-30) },
    { from: fromNow(30), to: fromNow(60) },
  ];
  const input = { gridId: grid.id, memberId: officer.id, duty: "RESPONSIBLE_OFFICER" };
  expect((await bureau.administrator.refused(assignMember, withKey({ ...input, ...past }))).fields).toMatchObject([
    { path: ["input", "reason"], code: "REASON_FOR_THE_PAST" },
  ]);
  expect((await assign(bureau.administrator, { ...input, ...past, reason: "补录" })).state).toBe("ENDED");
  expect((await assign(bureau.administrator, { ...input, ...future })).state).toBe("PLANNED");
});

test("a station's chief assigns to its own grids, a member of another station's unit too when in sight", async () => {
  const { bureau, stationId, grid, officer } = await makeStaffed();
  const otherId = await makeStation(bureau);
  const elsewhere = await makeGrid(bureau, otherId);
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: stationId });
  const guest = await makeMember(bureau, otherId, { kind: "AUXILIARY" });
  const guestInput = { gridId: grid.id, memberId: guest.id, duty: "GRID_WORKER" };
  expect(await chief.refused(assignMember, withKey(guestInput))).toMatchObject({
    code: "NOT_FOUND",
    fields: [{ path: ["input", "memberId"] }],
  });
  await assign(bureau.administrator, { gridId: grid.id, memberId: guest.id, duty: "AUXILIARY" });
  expect((await assign(chief, guestInput)).state).toBe("CURRENT");
  expect((await assign(chief, { gridId: grid.id, memberId: officer.id })).state).toBe("CURRENT");
  expect(
    await chief.refused(
      assignMember,
      withKey({ gridId: elsewhere.id, memberId: officer.id, duty: "RESPONSIBLE_OFFICER" }),
    ),
  ).toMatchObject({ code: "NOT_FOUND", fields: [{ path: ["input", "gridId"] }] });
});

test("who may only look is refused", async () => {
  const { bureau, stationId, grid, officer } = await makeStaffed();
  const input = () => withKey({ gridId: grid.id, memberId: officer.id, duty: "RESPONSIBLE_OFFICER" });
  for (const role of ["DISPATCHER", "MEMBER", "AUDITOR"] as const)
    expect((await (await bureau.signIn({ role, unitId: stationId })).refused(assignMember, input())).code).toBe(
      "FORBIDDEN",
    );
  expect((await bureau.stranger.refused(assignMember, input())).code).toBe("UNAUTHENTICATED");
});

test("another responsible officer in the period is named", async () => {
  const { bureau, stationId, grid, officer } = await makeStaffed();
  await assign(bureau.administrator, { gridId: grid.id, memberId: officer.id, from: fromNow(10) });
  const other = await makeMember(bureau, stationId);
  const input = { gridId: grid.id, memberId: other.id, duty: "RESPONSIBLE_OFFICER" };
  const refused = await bureau.administrator.refused(assignMember, withKey(input));
  expect(refused).toMatchObject({
    code: "CONFLICT",
    fields: [
      {
        path: ["input", "memberId"],
        code: "RESPONSIBLE_OFFICER_TAKEN",
        params: { member: officer.name, badge: officer.badge, grid: grid.name },
      },
    ],
  });
  expect((await assign(bureau.administrator, { ...input, to: fromNow(10) })).state).toBe("CURRENT");
});

test("the same member is at most once on a seat, and may hold several duties", async () => {
  const { bureau, stationId, grid } = await makeStaffed();
  const auxiliary = await makeMember(bureau, stationId, { kind: "AUXILIARY" });
  await assign(bureau.administrator, { gridId: grid.id, memberId: auxiliary.id, duty: "AUXILIARY" });
  const refused = await bureau.administrator.refused(
    assignMember,
    withKey({ gridId: grid.id, memberId: auxiliary.id, duty: "AUXILIARY", from: fromNow(5) }),
  );
  expect(refused.fields).toMatchObject([{ code: "ASSIGNEE_HOLDS_SEAT", params: { badge: auxiliary.badge } }]);
  expect(
    (await assign(bureau.administrator, { gridId: grid.id, memberId: auxiliary.id, duty: "GRID_WORKER" })).state,
  ).toBe("CURRENT");
});

test("more than the standard allows at some moment are refused", async () => {
  const { bureau, stationId, grid } = await makeStaffed();
  await demand(bureau, { duty: "AUXILIARY", atLeast: 1, atMost: 2 });
  const [a, b, c] = await Promise.all([1, 2, 3].map(() => makeMember(bureau, stationId, { kind: "AUXILIARY" })));
  const input = { gridId: grid.id, duty: "AUXILIARY" };
  await assign(bureau.administrator, { ...input, memberId: a!.id, from: fromNow(1), to: fromNow(20) });
  await assign(bureau.administrator, { ...input, memberId: b!.id, from: fromNow(10), to: fromNow(30) });
  const refused = await bureau.administrator.refused(assignMember, withKey({ ...input, memberId: c!.id }));
  expect(refused).toMatchObject({
    code: "CONFLICT",
    fields: [{ path: ["input", "duty"], code: "SEATS_ALL_TAKEN", params: { atMost: 2 } }],
  });
  expect(refused.fields[0]!.params["holders"]).toContain(a!.badge);
  expect((await assign(bureau.administrator, { ...input, memberId: c!.id, to: fromNow(10) })).state).toBe("CURRENT");
});

test("a grid not open throughout, a member who has left and a kind that may not hold the duty are refused together", async () => {
  const { bureau, stationId } = await makeStaffed();
  const grid = await makeGrid(bureau, stationId, { openedOn: "2030-01-01" });
  const gone = await makeMember(bureau, stationId, { kind: "MEDIATOR", leftOn: "2024-05-01" });
  const refused = await bureau.administrator.refused(
    assignMember,
    withKey({ gridId: grid.id, memberId: gone.id, duty: "RESPONSIBLE_OFFICER" }),
  );
  expect(refused.code).toBe("CONFLICT");
  expect(refused.fields).toMatchObject([
    { path: ["input", "gridId"], code: "GRID_NOT_OPEN", params: { grid: grid.name, period: "2030-01-01 →" } },
    { path: ["input", "memberId"], code: "ASSIGNEE_HAS_LEFT", params: { badge: gone.badge, on: "2024-05-01" } },
    { path: ["input", "memberId"], code: "DUTY_NOT_FOR_KIND", params: { badge: gone.badge, kind: "MEDIATOR" } },
  ]);
});

test("what is wrong with the period and the text is said at once", async () => {
  const { bureau, grid, officer } = await makeStaffed();
  const input = {
    gridId: grid.id,
    memberId: officer.id,
    duty: "RESPONSIBLE_OFFICER",
    from: fromNow(-5000),
    to: fromNow(-6000),
    concurrentPost: "文".repeat(61),
    reason: "11010519491231002X",
  };
  const refused = await bureau.administrator.refused(assignMember, withKey(input));
  expect(refused.code).toBe("INVALID");
  expect(refused.fields.map(({ path, code }) => `${path.join(".")} ${code}`).sort()).toEqual([
    "input.concurrentPost TOO_LONG",
    "input.from PERIOD_TOO_FAR",
    "input.reason IDENTITY_NUMBER",
    "input.to PERIOD_ENDS_BEFORE_START",
  ]);
});

test("another bureau's grid and member look absent", async () => {
  const { bureau } = await makeStaffed();
  const other = await makeBureau();
  const foreignStation = await makeStation(other);
  const [foreignGrid, foreigner] = [await makeGrid(other, foreignStation), await makeMember(other, foreignStation)];
  const refused = await bureau.administrator.refused(
    assignMember,
    withKey({ gridId: foreignGrid.id, memberId: foreigner.id, duty: "RESPONSIBLE_OFFICER" }),
  );
  expect(refused).toMatchObject({
    code: "NOT_FOUND",
    fields: [{ path: ["input", "gridId"] }, { path: ["input", "memberId"] }],
  });
});

test("the same key assigns once", async () => {
  const { bureau, grid, officer } = await makeStaffed();
  const variables = withKey({ gridId: grid.id, memberId: officer.id, duty: "RESPONSIBLE_OFFICER" });
  const [first, second] = [
    await bureau.administrator.run(assignMember, variables),
    await bureau.administrator.run(assignMember, variables),
  ];
  expect(second).toEqual(first);
  const other = { input: { ...variables.input, duty: "AUXILIARY" } };
  expect((await bureau.administrator.refused(assignMember, other)).fields).toMatchObject([{ code: "KEY_REUSED" }]);
  const hidden = { input: { ...variables.input, idempotencyKey: "unseen\u0000key" } };
  expect((await bureau.administrator.refused(assignMember, hidden)).fields).toMatchObject([{ code: "KEY_SHAPE" }]);
});

test("an assignment that finds the grid held waits for it, and is decided on what is there then", async () => {
  const { bureau, grid, officer, stationId } = await makeStaffed();
  const rival = await makeMember(bureau, stationId);
  const asked = await bureau.sql(async (sql) => {
    await sql`select from grids where id = ${grid.id} for no key update`;
    const answer = bureau.administrator.ask(
      assignMember,
      withKey({ gridId: grid.id, memberId: officer.id, duty: "RESPONSIBLE_OFFICER" }),
    );
    await waitingForLock();
    await sql`insert into assignments ${sql({ bureauId: bureau.id, id: rival.id, gridId: grid.id, memberId: rival.id, duty: "RESPONSIBLE_OFFICER", startsAt: fromNow(-1) })}`;
    return { answer };
  });
  expect((await asked.answer).errors).toMatchObject([
    { extensions: { fields: [{ code: "RESPONSIBLE_OFFICER_TAKEN", params: { badge: rival.badge } }] } },
  ]);
});

async function waitingForLock() {
  const { app } = await theServer();
  const waiting = () =>
    app.database
      .writes`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%for no key update%'`;
  await expect.poll(waiting, { timeout: 10_000 }).toHaveLength(1);
}

test("what is meant for a vacant seat is refused when somebody was quicker, and taken when meant all the same", async () => {
  const { bureau, stationId, grid } = await makeStaffed();
  await demand(bureau, { duty: "AUXILIARY", atMost: 2 });
  const [one, other] = [
    await makeMember(bureau, stationId, { kind: "AUXILIARY" }),
    await makeMember(bureau, stationId, { kind: "AUXILIARY" }),
  ];
  const input = { gridId: grid.id, duty: "AUXILIARY", onlyIfVacant: true };
  await assign(bureau.administrator, { ...input, memberId: one.id });
  expect(await bureau.administrator.refused(assignMember, withKey({ ...input, memberId: other.id }))).toMatchObject({
    code: "CONFLICT",
    fields: [
      {
        path: ["input", "onlyIfVacant"],
        code: "SEAT_FILLED",
        params: { grid: grid.name, holders: `${one.name} ${one.badge}` },
      },
    ],
  });
  expect((await assign(bureau.administrator, { ...input, memberId: other.id, onlyIfVacant: false })).state).toBe(
    "CURRENT",
  );
});
