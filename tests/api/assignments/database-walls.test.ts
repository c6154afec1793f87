import { newId } from "@maple-bridge/server/kernel/ids";
import type { Sql } from "postgres";
import { expect, test } from "vitest";
import type { Bureau } from "../../support/bureau.ts";
import { makeMember } from "../grids/ground.ts";
import { assign, fromNow, makeStaffed } from "./staffing.ts";

/** What the application's role is told by the database itself, past all of the server's own checks. */
const refusal = (bureau: Bureau, work: (sql: Sql) => Promise<unknown>) =>
  bureau.sql(work).then(
    () => "done",
    ({ code, constraint_name }: { code: string; constraint_name?: string }) => constraint_name ?? code,
  );

const row = (bureau: Bureau, overrides: object) => ({
  bureauId: bureau.id,
  id: newId(),
  duty: "RESPONSIBLE_OFFICER",
  startsAt: fromNow(-1),
  endsAt: null,
  ...overrides,
});

test("no second responsible officer at one time, however the periods meet", async () => {
  const { bureau, stationId, grid, officer } = await makeStaffed();
  await assign(bureau.administrator, {
    gridId: grid.id,
    memberId: officer.id,
    from: fromNow(-10),
    to: fromNow(10),
    reason: "补录",
  });
  const other = await makeMember(bureau, stationId);
  const tried = (startsAt: Date, endsAt: Date | null) =>
    refusal(
      bureau,
      (sql) =>
        sql`insert into assignments ${sql(row(bureau, { gridId: grid.id, memberId: other.id, startsAt, endsAt }))}`,
    );
  for (const [from, to] of [
    [-20, -9],
    [-20, null],
    [-5, 5],
    [9, 20],
    [-10, 10],
  ] as const)
    expect(await tried(fromNow(from), to === null ? null : fromNow(to))).toBe("assignments_one_responsible_officer");
  expect(await tried(fromNow(-20), fromNow(-10))).toBe("done");
  expect(await tried(fromNow(10), null)).toBe("done");
});

test("no member twice on a seat at one time", async () => {
  const { bureau, stationId, grid } = await makeStaffed();
  const { id: memberId } = await makeMember(bureau, stationId, { kind: "AUXILIARY" });
  await assign(bureau.administrator, { gridId: grid.id, memberId, duty: "AUXILIARY" });
  const again = row(bureau, { gridId: grid.id, memberId, duty: "AUXILIARY", startsAt: fromNow(3) });
  expect(await refusal(bureau, (sql) => sql`insert into assignments ${sql(again)}`)).toBe("assignments_once_on_a_seat");
});

test("no two absences of a member and no two standards of a post at one time, and others beside them", async () => {
  const { bureau, stationId, officer } = await makeStaffed();
  const other = await makeMember(bureau, stationId);
  const period = (from: number, to: number | null) => ({
    bureauId: bureau.id,
    id: newId(),
    startsAt: fromNow(from),
    endsAt: to === null ? null : fromNow(to),
  });
  const away = (memberId: string, from: number, to: number | null) =>
    refusal(bureau, (sql) => sql`insert into absences ${sql({ ...period(from, to), memberId })}`);
  expect(await away(officer.id, 10, 20)).toBe("done");
  expect(await away(officer.id, 19, null)).toBe("absences_one_at_a_time");
  expect(await away(officer.id, 20, null)).toBe("done");
  expect(await away(other.id, 10, null)).toBe("done");
  const post = { gridKind: "SCENIC", complexity: "COMPLEX", duty: "GRID_WORKER", atLeast: 1 };
  const asked = (change: object, from: number, to: number | null) =>
    refusal(bureau, (sql) => sql`insert into staffing_standards ${sql({ ...period(from, to), ...post, ...change })}`);
  expect(await asked({}, 10, 20)).toBe("done");
  expect(await asked({}, 5, 11)).toBe("staffing_standards_one_in_force");
  expect(await asked({}, 5, 10)).toBe("done");
  for (const change of [{ gridKind: "VILLAGE" }, { complexity: "ORDINARY" }, { duty: "AUXILIARY" }])
    expect(await asked(change, 10, 20)).toBe("done");
});

test("no row points into another bureau or is written there", async () => {
  const [mine, theirs] = [await makeStaffed(), await makeStaffed()];
  const { bureau, grid, officer } = mine;
  const tried = (overrides: object) =>
    refusal(
      bureau,
      (sql) =>
        sql`insert into assignments ${sql(row(bureau, { gridId: grid.id, memberId: officer.id, ...overrides }))}`,
    );
  expect(await tried({ gridId: theirs.grid.id })).toBe("assignments_grid");
  expect(await tried({ memberId: theirs.officer.id })).toBe("assignments_member");
  expect(await tried({ bureauId: theirs.bureau.id, gridId: theirs.grid.id, memberId: theirs.officer.id })).toBe(
    "42501",
  );
  const { id } = await assign(theirs.bureau.administrator, { gridId: theirs.grid.id, memberId: theirs.officer.id });
  const [seen] = await bureau.sql((sql) => sql`update assignments set ends_at = now() where id = ${id} returning id`);
  expect(seen).toBeUndefined();
});

test("history is not rewritten and not deleted", async () => {
  const { bureau, grid, officer, stationId } = await makeStaffed();
  const other = await makeMember(bureau, stationId);
  const { id } = await assign(bureau.administrator, {
    gridId: grid.id,
    memberId: officer.id,
    from: fromNow(-9),
    to: fromNow(-5),
    reason: "补录",
  });
  const set = (change: object) =>
    refusal(bureau, (sql) => sql`update assignments set ${sql(change)} where bureau_id = ${bureau.id} and id = ${id}`);
  for (const change of [
    { memberId: other.id },
    { startsAt: fromNow(-8) },
    { duty: "AUXILIARY" },
    { endsAt: null },
    { endsAt: fromNow(-6) },
  ])
    expect(await set(change)).toBe("assignments_history");
  expect(
    await refusal(bureau, (sql) => sql`delete from assignments where bureau_id = ${bureau.id} and id = ${id}`),
  ).toBe("42501");
  expect(await refusal(bureau, (sql) => sql`truncate assignments`)).toBe("42501");
  expect(
    await refusal(
      bureau,
      (sql) =>
        sql`insert into assignments ${sql(row(bureau, { gridId: grid.id, memberId: other.id, startsAt: fromNow(2), endsAt: fromNow(1) }))}`,
    ),
  ).toBe("assignments_period");
});
