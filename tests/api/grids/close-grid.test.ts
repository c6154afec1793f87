import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { assign, fromNow } from "../assignments/staffing.ts";
import { auditOf, makeGrid, makeMember, makeStation } from "./ground.ts";

const closeGrid = /* GraphQL */ `
  mutation ($input: CloseGridInput!) {
    closeGrid(input: $input) {
      closedOn
      isOpen
      version
      assignments {
        state
        endsAt
      }
    }
  }
`;
const reopenGrid = /* GraphQL */ `
  mutation ($input: ReopenGridInput!) {
    reopenGrid(input: $input) {
      closedOn
      isOpen
      version
    }
  }
`;
const withKey = (input: object) => ({ input: { idempotencyKey: newKey(), expectedVersion: 1, ...input } });
const dayOf = (instant: Date) => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

async function makePlace() {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  return { bureau, stationId, grid: await makeGrid(bureau, stationId), officer: await makeMember(bureau, stationId) };
}

test("a grid closes, and opens again", async () => {
  const { bureau, grid } = await makePlace();
  const { closeGrid: closed } = await bureau.administrator.run(
    closeGrid,
    withKey({ id: grid.id, on: "2025-06-30", reason: "撤并" }),
  );
  expect(closed).toMatchObject({ closedOn: "2025-06-30", isOpen: false, version: 2 });
  expect((await auditOf(bureau, grid.id)).at(-1)).toMatchObject({
    action: "grid.close",
    after: { closedOn: "2025-06-30" },
    reason: "撤并",
  });
  expect(
    (
      await bureau.administrator.refused(
        closeGrid,
        withKey({ id: grid.id, on: "2025-07-30", reason: "撤并", expectedVersion: 2 }),
      )
    ).fields,
  ).toMatchObject([{ code: "GRID_CLOSED_ALREADY", params: { on: "2025-06-30" } }]);
  expect(
    (await bureau.administrator.refused(reopenGrid, withKey({ id: grid.id, expectedVersion: 2 }))).fields,
  ).toMatchObject([{ path: ["input", "reason"], code: "REASON_FOR_THE_PAST" }]);
  const { reopenGrid: opened } = await bureau.administrator.run(
    reopenGrid,
    withKey({ id: grid.id, expectedVersion: 2, reason: "误关" }),
  );
  expect(opened).toEqual({ closedOn: null, isOpen: true, version: 3 });
  expect(
    (await bureau.administrator.refused(reopenGrid, withKey({ id: grid.id, expectedVersion: 3 }))).fields,
  ).toMatchObject([{ code: "GRID_NOT_CLOSED" }]);
});

test("assignments that last longer are named, or end with the grid when asked", async () => {
  const { bureau, stationId, grid, officer } = await makePlace();
  const auxiliary = await makeMember(bureau, stationId, { kind: "AUXILIARY" });
  const running = await assign(bureau.administrator, { gridId: grid.id, memberId: officer.id });
  const planned = await assign(bureau.administrator, {
    gridId: grid.id,
    memberId: auxiliary.id,
    duty: "AUXILIARY",
    from: fromNow(20),
  });
  const on = dayOf(fromNow(10));
  const refused = await bureau.administrator.refused(closeGrid, withKey({ id: grid.id, on }));
  expect(refused).toMatchObject({
    code: "CONFLICT",
    fields: [
      { path: ["input", "on"], code: "GRID_HAS_ASSIGNMENTS", params: { badge: officer.badge } },
      { params: { badge: auxiliary.badge } },
    ],
  });
  const { closeGrid: closed } = await bureau.administrator.run(
    closeGrid,
    withKey({ id: grid.id, on, endAssignments: true }),
  );
  expect(closed.assignments).toEqual([
    { state: "CANCELLED", endsAt: planned.startsAt },
    { state: "CURRENT", endsAt: new Date(`${on}T00:00:00+08:00`).toISOString() },
  ]);
  expect((await auditOf(bureau, running.id)).at(-1)).toMatchObject({
    action: "assignment.end",
    before: { endsAt: null },
  });
});

test("what has ended is not cut, and a grid does not close before it opened", async () => {
  const { bureau, grid, officer } = await makePlace();
  await assign(bureau.administrator, {
    gridId: grid.id,
    memberId: officer.id,
    from: fromNow(-50),
    to: fromNow(-10),
    reason: "补录",
  });
  const refused = await bureau.administrator.refused(
    closeGrid,
    withKey({ id: grid.id, on: dayOf(fromNow(-20)), reason: "撤并", endAssignments: true }),
  );
  expect(refused.fields).toMatchObject([{ code: "GRID_HAS_ASSIGNMENTS_ENDED", params: { badge: officer.badge } }]);
  expect(
    await bureau.administrator.refused(closeGrid, withKey({ id: grid.id, on: "2019-01-01", reason: "撤并" })),
  ).toMatchObject({
    code: "INVALID",
    fields: [{ code: "GRID_CLOSES_BEFORE_OPENING" }],
  });
});

test("who closes a grid as of a day in the past says why", async () => {
  const { bureau, grid } = await makePlace();
  expect(
    await bureau.administrator.refused(closeGrid, withKey({ id: grid.id, on: dayOf(fromNow(-1)), reason: " " })),
  ).toMatchObject({ code: "INVALID", fields: [{ path: ["input", "reason"], code: "REASON_FOR_THE_PAST" }] });
  const { closeGrid: closed } = await bureau.administrator.run(
    closeGrid,
    withKey({ id: grid.id, on: dayOf(fromNow(1)) }),
  );
  expect(closed).toMatchObject({ closedOn: dayOf(fromNow(1)) });
});

test("who may not is refused, and another bureau's grid looks absent", async () => {
  const { bureau, stationId, grid } = await makePlace();
  const [chief, other] = [await bureau.signIn({ role: "STATION_CHIEF", unitId: stationId }), await makeBureau()];
  expect((await chief.refused(closeGrid, withKey({ id: grid.id, on: "2025-01-01", reason: "撤并" }))).code).toBe(
    "FORBIDDEN",
  );
  expect((await chief.refused(reopenGrid, withKey({ id: grid.id }))).code).toBe("FORBIDDEN");
  expect(
    (await other.administrator.refused(closeGrid, withKey({ id: grid.id, on: "2025-01-01", reason: "撤并" }))).code,
  ).toBe("NOT_FOUND");
  expect((await other.administrator.refused(reopenGrid, withKey({ id: grid.id }))).code).toBe("NOT_FOUND");
  expect(
    (await bureau.administrator.refused(closeGrid, withKey({ id: grid.id, on: "2025-01-01", expectedVersion: 4 })))
      .fields,
  ).toMatchObject([{ code: "VERSION_MOVED" }]);
});
