import { expect, test } from "vitest";
import { assign, makeStaffed, withKey } from "../assignments/staffing.ts";
import { makeMember } from "../grids/ground.ts";

const membersLeave = `mutation ($input: MembersLeaveInput!) { membersLeave(input: $input) { id isDone refusal message } }`;

test("those that can leave on one day, and each has its answer in the order given", async () => {
  const { bureau, stationId, grid, officer } = await makeStaffed();
  const other = await makeMember(bureau, stationId);
  await assign(bureau.administrator, { gridId: grid.id, memberId: officer.id });
  const rows = [officer, other].map(({ id }) => ({ id, expectedVersion: 1 }));
  const input = { rows, mode: "THOSE_THAT_CAN", on: "2099-01-01" };
  const first = await bureau.administrator.run(membersLeave, withKey(input));
  expect(first.membersLeave).toMatchObject([
    { id: officer.id, isDone: false, refusal: "MEMBER_HOLDS_SEAT", message: expect.stringContaining(grid.name) },
    { id: other.id, isDone: true },
  ]);
  const ended = { ...input, rows: rows.slice(0, 1), endAssignments: true };
  expect((await bureau.administrator.run(membersLeave, withKey(ended))).membersLeave).toMatchObject([{ isDone: true }]);
  const seen = await bureau.administrator.run(`{ members { nodes { leftOn } } }`);
  expect(seen.members.nodes).toEqual([{ leftOn: "2099-01-01" }, { leftOn: "2099-01-01" }]);
});
