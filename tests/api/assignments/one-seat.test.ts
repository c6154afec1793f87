import { expect, test } from "vitest";
import { makeGrid, makeMember } from "../grids/ground.ts";
import { assignMember, makeStaffed, withKey } from "./staffing.ts";

const clients = 50;

test("of 50 clients at one seat exactly one gets it, and all others are told who", async () => {
  const { bureau, stationId, grid } = await makeStaffed();
  const officers = await Promise.all(Array.from({ length: clients }, () => makeMember(bureau, stationId)));
  const answers = await Promise.all(
    officers.map(({ id }) =>
      bureau.administrator.ask(assignMember, withKey({ gridId: grid.id, duty: "RESPONSIBLE_OFFICER", memberId: id })),
    ),
  );
  const winners = officers.filter((_, index) => !answers[index]!.errors);
  expect(winners).toHaveLength(1);
  const refusals = answers.flatMap((answer) => answer.errors ?? []).map(({ extensions }) => extensions);
  expect(refusals).toHaveLength(clients - 1);
  for (const refusal of refusals)
    expect(refusal).toMatchObject({
      code: "CONFLICT",
      fields: [{ code: "RESPONSIBLE_OFFICER_TAKEN", params: { badge: winners[0]!.badge, member: winners[0]!.name } }],
    });
  const held = await bureau.sql((sql) => sql`select id from assignments where grid_id = ${grid.id}`);
  expect(held).toHaveLength(1);
});

test("of many clients at many seats each seat has one who gets it, and what is written holds together", async () => {
  const { bureau, stationId } = await makeStaffed();
  const grids = await Promise.all(Array.from({ length: 8 }, () => makeGrid(bureau, stationId)));
  const officers = await Promise.all(Array.from({ length: 6 }, () => makeMember(bureau, stationId)));
  const asked = officers.flatMap((officer) => grids.map((grid) => ({ gridId: grid.id, memberId: officer.id })));
  const answers = await Promise.all(
    asked.map((seat) => bureau.administrator.ask(assignMember, withKey({ ...seat, duty: "RESPONSIBLE_OFFICER" }))),
  );
  const won = asked.filter((_, index) => !answers[index]!.errors);
  expect(won.map(({ gridId }) => gridId).sort()).toEqual(grids.map(({ id }) => id).sort());
  const [told] = await bureau.sql(
    (sql) => sql<{ seats: string[]; entries: number; broken: string | null }[]>`
      select (select json_agg(grid_id || ' ' || member_id order by grid_id) from assignments) as seats,
        (select count(*)::int from audit_entries where action = 'assignment.assign') as entries,
        audit_chain_break(${bureau.id}) as broken`,
  );
  expect(told).toEqual({
    seats: won.map(({ gridId, memberId }) => `${gridId} ${memberId}`).sort(),
    entries: grids.length,
    broken: null,
  });
});

test("one key from many clients at once assigns once", async () => {
  const { bureau, grid, officer } = await makeStaffed();
  const variables = withKey({ gridId: grid.id, duty: "RESPONSIBLE_OFFICER", memberId: officer.id });
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => bureau.administrator.run(assignMember, variables)),
  );
  expect(new Set(answers.map(({ assignMember: made }) => made.id)).size).toBe(1);
});
