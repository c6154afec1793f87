import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { makeGrid, makeMember, makeStation } from "../grids/ground.ts";
import { assign, fromNow, withKey } from "./staffing.ts";

const endAssignments = `mutation ($input: EndAssignmentsInput!) { endAssignments(input: $input) { id isDone refusal message } }`;
const held = `query ($filter: AssignmentFilter) { assignments(filter: $filter, orderBy: GRID, direction: ASC) { nodes { id state endReason history { action } } } }`;

async function laySome() {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  const grids = [];
  const rows = [];
  for (let index = 0; index < 3; index++) {
    const grid = await makeGrid(bureau, stationId);
    const member = await makeMember(bureau, stationId);
    const made = await assign(bureau.administrator, { gridId: grid.id, memberId: member.id });
    grids.push(grid);
    rows.push({ id: made.id, expectedVersion: made.version });
  }
  const now = async (filter: object = {}) => (await bureau.administrator.run(held, { filter })).assignments.nodes;
  return { bureau, stationId, grids, rows, now };
}

test("those that can be ended are, and each has its answer in the order given, once for a key", async () => {
  const { bureau, rows, now } = await laySome();
  const asked = [rows[2]!, { ...rows[1]!, expectedVersion: 9 }, rows[0]!];
  const input = withKey({ rows: asked, mode: "THOSE_THAT_CAN", reason: "轮岗" });
  const done = await bureau.administrator.run(endAssignments, input);
  expect(done.endAssignments).toMatchObject([
    { id: rows[2]!.id, isDone: true, refusal: null },
    { id: rows[1]!.id, isDone: false, refusal: "VERSION_MOVED", message: expect.any(String) },
    { id: rows[0]!.id, isDone: true, refusal: null },
  ]);
  expect(await bureau.administrator.run(endAssignments, input)).toEqual(done);
  const standing = Object.fromEntries((await now()).map((each: { id: string }) => [each.id, each]));
  expect(standing[rows[0]!.id]).toMatchObject({
    state: expect.stringMatching(/ENDED|CANCELLED/),
    endReason: "轮岗",
    history: [{ action: "assignment.end" }, { action: "assignment.assign" }],
  });
  expect(standing[rows[1]!.id]).toMatchObject({ state: "CURRENT", history: [{ action: "assignment.assign" }] });
});

test("all or none: one that is refused keeps all from ending", async () => {
  const { bureau, rows, now } = await laySome();
  const asked = [rows[0]!, rows[1]!, { ...rows[2]!, expectedVersion: 9 }];
  const refused = await bureau.administrator.refused(endAssignments, withKey({ rows: asked, mode: "ALL_OR_NONE" }));
  expect(refused.fields).toMatchObject([{ code: "VERSION_MOVED" }]);
  expect((await now()).map(({ state }: { state: string }) => state)).toEqual(["CURRENT", "CURRENT", "CURRENT"]);
});

test("those of several grids are found at a moment, and out of reach looks absent", async () => {
  const { bureau, grids, rows, now } = await laySome();
  const at = fromNow(1).toISOString();
  const gridIds = [grids[0]!.id, grids[2]!.id];
  expect(await now({ gridIds, duty: "RESPONSIBLE_OFFICER", at })).toMatchObject(
    [rows[0], rows[2]].map((row) => ({ id: row!.id })),
  );
  expect(await now({ gridIds, duty: "MEDIATOR", at })).toEqual([]);
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: await makeStation(bureau) });
  const { endAssignments: answers } = await chief.run(endAssignments, withKey({ rows, mode: "THOSE_THAT_CAN" }));
  expect(answers.map(({ refusal }: { refusal: string }) => refusal)).toEqual(["NOT_FOUND", "NOT_FOUND", "NOT_FOUND"]);
  const none = await bureau.administrator.refused(endAssignments, withKey({ rows: [], mode: "THOSE_THAT_CAN" }));
  expect(none.fields).toMatchObject([{ path: ["input", "rows"], code: "OUT_OF_RANGE" }]);
});
