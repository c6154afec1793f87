import type { Sql } from "postgres";
import { expect, test } from "vitest";
import { theServer } from "../../support/bureau.ts";
import { makeMember } from "../grids/ground.ts";
import { assign, assignMember, fromNow, makeStaffed, type Staffed, withKey } from "./staffing.ts";

type Change = (sql: Sql, of: { gridId: string; memberId: string; assignmentId: string }) => Promise<unknown>;

const moves: Record<string, Change> = {
  "the grid has changed": (sql, { gridId }) => sql`update grids set version = version + 1 where id = ${gridId}`,
  "the member has changed": (sql, { memberId }) => sql`update members set version = version + 1 where id = ${memberId}`,
  "a holder's end has changed": (sql, { assignmentId }) =>
    sql`update assignments set ends_at = ${fromNow(40)}, version = version + 1 where id = ${assignmentId}`,
};

for (const [name, move] of Object.entries(moves))
  test(`what an assignment was decided on does not stand once ${name}`, async () => {
    const { bureau, of, stands } = await makeSeen();
    expect(await bureau.sql(stands)).toBe(true);
    await bureau.sql((sql) => move(sql, of));
    expect(await bureau.sql(stands)).toBe(false);
  });

test("nor once another holds the duty, but where someone holds another one or at another time", async () => {
  const { bureau, stationId, of, stands } = await makeSeen();
  const [one, other] = [
    await makeMember(bureau, stationId),
    await makeMember(bureau, stationId, { kind: "AUXILIARY" }),
  ];
  await assign(bureau.administrator, { gridId: of.gridId, memberId: other.id, duty: "AUXILIARY" });
  await assign(bureau.administrator, { gridId: of.gridId, memberId: one.id, from: fromNow(200), to: fromNow(300) });
  expect(await bureau.sql(stands)).toBe(true);
  await assign(bureau.administrator, { gridId: of.gridId, memberId: one.id, from: fromNow(60), to: fromNow(90) });
  expect(await bureau.sql(stands)).toBe(false);
});

test("nor, at once, while another transaction holds the grid", async () => {
  const { bureau, of, stands } = await makeSeen();
  await bureau.sql(async (holder) => {
    await holder`select from grids where id = ${of.gridId} for no key update`;
    expect(await bureau.sql(stands)).toBe(false);
  });
});

test("another bureau's rows never stand", async () => {
  const [own, foreign] = [await makeSeen(), await makeSeen()];
  expect(await own.bureau.sql(foreign.stands)).toBe(false);
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

/** A holder at a grid, and the question whether it all still stands for an officer from the fiftieth day to the hundredth. */
async function makeSeen() {
  const staffed: Staffed = await makeStaffed();
  const { bureau, grid, officer, stationId } = staffed;
  const holder = await makeMember(bureau, stationId);
  const { id: assignmentId } = await assign(bureau.administrator, {
    gridId: grid.id,
    memberId: holder.id,
    to: fromNow(55),
  });
  const of = { gridId: grid.id, memberId: officer.id, assignmentId };
  const basis = {
    grids: { ids: [grid.id], versions: [1] },
    members: { ids: [officer.id], versions: [1] },
    held: { ids: [assignmentId], versions: [1] },
    duties: ["RESPONSIBLE_OFFICER"],
    earliest: fromNow(50).toISOString(),
    latest: fromNow(100).toISOString(),
  };
  const stands = async (sql: Sql) => {
    const [row] = await sql<
      { stands: boolean }[]
    >`select assignment_ground_stands(${bureau.id}, ${sql.json(basis)}) as stands`;
    return row!.stands;
  };
  return { ...staffed, of, stands };
}
