import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { auditOf } from "../grids/ground.ts";
import { assign, endAssignment, fromNow, makeStaffed, withKey } from "./staffing.ts";

test("an assignment ends now, and the audit log keeps the reason", async () => {
  const { bureau, grid, officer } = await makeStaffed();
  const { id, version } = await assign(bureau.administrator, { gridId: grid.id, memberId: officer.id });
  const { endAssignment: ended } = await bureau.administrator.run(
    endAssignment,
    withKey({ id, expectedVersion: version, reason: "轮岗" }),
  );
  expect(ended).toMatchObject({ id, state: "ENDED", version: 2, endReason: "轮岗" });
  expect((await auditOf(bureau, id)).at(-1)).toMatchObject({
    action: "assignment.end",
    before: { endsAt: null },
    after: { endsAt: ended.endsAt },
    reason: "轮岗",
  });
});

test("a planned one is taken back as a whole, or cut short", async () => {
  const { bureau, grid, officer } = await makeStaffed();
  const seat = { gridId: grid.id, memberId: officer.id };
  const first = await assign(bureau.administrator, { ...seat, from: fromNow(5) });
  const { endAssignment: taken } = await bureau.administrator.run(
    endAssignment,
    withKey({ id: first.id, expectedVersion: 1 }),
  );
  expect(taken).toMatchObject({ state: "CANCELLED", endsAt: first.startsAt });
  const second = await assign(bureau.administrator, { ...seat, from: fromNow(5) });
  const { endAssignment: cut } = await bureau.administrator.run(
    endAssignment,
    withKey({ id: second.id, expectedVersion: 1, at: fromNow(9) }),
  );
  expect(cut).toMatchObject({ state: "PLANNED", endsAt: fromNow(9).toISOString() });
});

test("an end in the past needs a reason, and lies not before the start", async () => {
  const { bureau, grid, officer } = await makeStaffed();
  const { id } = await assign(bureau.administrator, {
    gridId: grid.id,
    memberId: officer.id,
    from: fromNow(-30),
    reason: "补录",
  });
  const silent = await bureau.administrator.refused(
    endAssignment,
    withKey({ id, expectedVersion: 1, at: fromNow(-10) }),
  );
  expect(silent).toMatchObject({
    code: "INVALID",
    fields: [{ path: ["input", "reason"], code: "REASON_FOR_THE_PAST" }],
  });
  const early = await bureau.administrator.refused(
    endAssignment,
    withKey({ id, expectedVersion: 1, at: fromNow(-40), reason: "补录" }),
  );
  expect(early.fields).toMatchObject([{ path: ["input", "at"], code: "ASSIGNMENT_ENDS_BEFORE_START" }]);
  const { endAssignment: ended } = await bureau.administrator.run(
    endAssignment,
    withKey({ id, expectedVersion: 1, at: fromNow(-10), reason: "补录" }),
  );
  expect(ended).toMatchObject({ state: "ENDED", endsAt: fromNow(-10).toISOString() });
});

test("what is over stays, and an end is not put off", async () => {
  const { bureau, grid, officer } = await makeStaffed();
  const over = await assign(bureau.administrator, {
    gridId: grid.id,
    memberId: officer.id,
    from: fromNow(-30),
    to: fromNow(-20),
    reason: "补录",
  });
  expect(await bureau.administrator.refused(endAssignment, withKey({ id: over.id, expectedVersion: 1 }))).toMatchObject(
    { code: "CONFLICT", fields: [{ code: "ASSIGNMENT_OVER", params: { badge: officer.badge } }] },
  );
  const running = await assign(bureau.administrator, { gridId: grid.id, memberId: officer.id, to: fromNow(20) });
  expect(
    (
      await bureau.administrator.refused(
        endAssignment,
        withKey({ id: running.id, expectedVersion: 1, at: fromNow(30) }),
      )
    ).fields,
  ).toMatchObject([{ path: ["input", "at"], code: "ASSIGNMENT_ENDS_LATER" }]);
});

test("a version that moved on is refused", async () => {
  const { bureau, grid, officer } = await makeStaffed();
  const { id } = await assign(bureau.administrator, { gridId: grid.id, memberId: officer.id, to: fromNow(20) });
  await bureau.administrator.run(endAssignment, withKey({ id, expectedVersion: 1, at: fromNow(10) }));
  const refused = await bureau.administrator.refused(
    endAssignment,
    withKey({ id, expectedVersion: 1, at: fromNow(5) }),
  );
  expect(refused).toMatchObject({ code: "CONFLICT", fields: [{ code: "VERSION_MOVED", params: { version: 2 } }] });
});

test("who may not is refused, and another bureau's assignment looks absent", async () => {
  const { bureau, stationId, grid, officer } = await makeStaffed();
  const { id } = await assign(bureau.administrator, { gridId: grid.id, memberId: officer.id });
  const dispatcher = await bureau.signIn({ role: "DISPATCHER", unitId: stationId });
  expect((await dispatcher.refused(endAssignment, withKey({ id, expectedVersion: 1 }))).code).toBe("FORBIDDEN");
  expect((await bureau.stranger.refused(endAssignment, withKey({ id, expectedVersion: 1 }))).code).toBe(
    "UNAUTHENTICATED",
  );
  const other = await makeBureau();
  expect(await other.administrator.refused(endAssignment, withKey({ id, expectedVersion: 1 }))).toMatchObject({
    code: "NOT_FOUND",
    fields: [{ path: ["input", "id"] }],
  });
});
