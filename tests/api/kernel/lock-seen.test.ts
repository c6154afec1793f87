import type { Sql } from "postgres";
import { expect, test } from "vitest";
import { type Bureau, makeBureau, theServer } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { insertRow, makeGrid, makeStation, operation } from "../members/ground.ts";

const member = { kind: "OFFICER", name: "虚构", nameInitials: "xg" };

/** What becomes of the command, where the row that it waits for goes out of its actor's sight meanwhile. */
async function meanwhile(
  bureau: Bureau,
  [table, id]: [string, string],
  move: (sql: Sql) => Promise<unknown>,
  ask: () => Promise<{ code: string }>,
) {
  const { app } = await theServer();
  const waiting = async () => {
    const rows = await app.database.writes`
      select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like ${`%from ${table} held%`}`;
    return rows.length;
  };
  const { asked } = await bureau.sql(async (sql) => {
    await sql`select from ${sql(table)} where id = ${id} for no key update`;
    const asked = ask();
    await expect.poll(waiting, { timeout: 4_000 }).toBe(1);
    await move(sql);
    return { asked };
  });
  return asked;
}

test("a member who went to another station while a command waited for the row is out of its sight", async () => {
  const bureau = await makeBureau();
  const [own, other] = await Promise.all([makeStation(bureau), makeStation(bureau)]);
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: own });
  const id = await insertRow(bureau, "members", { ...member, unitId: own, badge: "M1" });
  const input = { memberId: id, from: "2030-01-01T00:00:00Z", reason: "借调", idempotencyKey: newKey() };
  const refusal = await meanwhile(
    bureau,
    ["members", id],
    (sql) => sql`update member_units set unit_id = ${other} where member_id = ${id}`,
    () => chief.refused(operation("recordAbsence", "id"), { input }),
  );
  expect(refusal.code).toBe("NOT_FOUND");
});

test("so is a grid that went to another station", async () => {
  const bureau = await makeBureau();
  const [own, other] = await Promise.all([makeStation(bureau), makeStation(bureau)]);
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: own });
  const id = await makeGrid(bureau, own);
  const input = { id, expectedVersion: 1, households: 3, idempotencyKey: newKey() };
  const refusal = await meanwhile(
    bureau,
    ["grids", id],
    (sql) => sql`update grid_facts set station_id = ${other} where grid_id = ${id}`,
    () => chief.refused(operation("updateGrid", "id"), { input }),
  );
  expect(refusal.code).toBe("NOT_FOUND");
});
