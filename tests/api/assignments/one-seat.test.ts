import { expect, test } from "vitest";
import { makeMember } from "../grids/ground.ts";
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

test("one key from many clients at once assigns once", async () => {
  const { bureau, grid, officer } = await makeStaffed();
  const variables = withKey({ gridId: grid.id, duty: "RESPONSIBLE_OFFICER", memberId: officer.id });
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => bureau.administrator.run(assignMember, variables)),
  );
  expect(new Set(answers.map(({ assignMember: made }) => made.id)).size).toBe(1);
});
