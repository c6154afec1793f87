import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { auditOf, makeMember } from "../grids/ground.ts";
import { assign, endAssignment, fromNow, makeStaffed, replaceHolder, withKey } from "./staffing.ts";

async function makeHeld(period: object = {}) {
  const staffed = await makeStaffed();
  const { bureau, stationId, grid, officer } = staffed;
  const assignment = await assign(bureau.administrator, { gridId: grid.id, memberId: officer.id, ...period });
  return { ...staffed, assignment, successor: await makeMember(bureau, stationId) };
}

const timeline = /* GraphQL */ `
  query ($code: String!) {
    grid(code: $code) {
      assignments {
        state
        startsAt
        endsAt
        member {
          badge
        }
      }
    }
  }
`;

test("one ends where the other begins, and the end that was set stays", async () => {
  const { bureau, grid, officer, assignment, successor } = await makeHeld({ to: fromNow(50) });
  const from = fromNow(10).toISOString();
  const { replaceHolder: made } = await bureau.administrator.run(
    replaceHolder,
    withKey({ assignmentId: assignment.id, expectedVersion: 1, memberId: successor.id, from, reason: "调动" }),
  );
  expect(made).toMatchObject({
    state: "PLANNED",
    startsAt: from,
    endsAt: fromNow(50).toISOString(),
    member: { badge: successor.badge },
  });
  const { grid: read } = await bureau.administrator.run(timeline, { code: grid.code });
  expect(read.assignments).toMatchObject([
    { member: { badge: successor.badge }, startsAt: from },
    { member: { badge: officer.badge }, state: "CURRENT", endsAt: from },
  ]);
  expect(await auditOf(bureau, made.id)).toMatchObject([{ action: "assignment.assign", reason: "调动" }]);
  expect((await auditOf(bureau, assignment.id)).at(-1)).toMatchObject({
    action: "assignment.end",
    after: { endsAt: from },
  });
});

test("a planned one is replaced from its beginning", async () => {
  const { bureau, grid, assignment, successor } = await makeHeld({ from: fromNow(10) });
  await bureau.administrator.run(
    replaceHolder,
    withKey({ assignmentId: assignment.id, expectedVersion: 1, memberId: successor.id }),
  );
  const { grid: read } = await bureau.administrator.run(timeline, { code: grid.code });
  expect(read.assignments.map((each: { state: string }) => each.state).sort()).toEqual(["CANCELLED", "PLANNED"]);
});

test("it is refused like an end and like an assignment", async () => {
  const { bureau, stationId, officer, assignment, successor } = await makeHeld({ from: fromNow(-30), reason: "补录" });
  const input = { assignmentId: assignment.id, expectedVersion: 1, memberId: successor.id };
  const refused = async (change: object) =>
    (await bureau.administrator.refused(replaceHolder, withKey({ ...input, ...change }))).fields;
  expect(await refused({ memberId: officer.id })).toMatchObject([
    { code: "REPLACED_BY_ITSELF", params: { badge: officer.badge } },
  ]);
  expect(await refused({ from: fromNow(-40), reason: "补录" })).toMatchObject([
    { path: ["input", "from"], code: "ASSIGNMENT_ENDS_BEFORE_START" },
  ]);
  expect(await refused({ from: fromNow(-10) })).toMatchObject([
    { path: ["input", "reason"], code: "REASON_FOR_THE_PAST" },
  ]);
  expect(await refused({ expectedVersion: 7 })).toMatchObject([{ code: "VERSION_MOVED", params: { version: 1 } }]);
  const mediator = await makeMember(bureau, stationId, { kind: "MEDIATOR" });
  expect(await refused({ memberId: mediator.id })).toMatchObject([
    { path: ["input", "memberId"], code: "DUTY_NOT_FOR_KIND" },
  ]);
  await bureau.administrator.run(endAssignment, withKey({ id: assignment.id, expectedVersion: 1 }));
  expect(await refused({ expectedVersion: 2 })).toMatchObject([{ code: "ASSIGNMENT_OVER" }]);
});

test("who may not is refused, and another bureau's rows look absent", async () => {
  const { bureau, stationId, assignment, successor } = await makeHeld();
  const input = { assignmentId: assignment.id, expectedVersion: 1, memberId: successor.id };
  expect(
    (await (await bureau.signIn({ role: "MEMBER", unitId: stationId })).refused(replaceHolder, withKey(input))).code,
  ).toBe("FORBIDDEN");
  const [other, foreign] = [await makeBureau(), await makeHeld()];
  expect(await other.administrator.refused(replaceHolder, withKey(input))).toMatchObject({
    code: "NOT_FOUND",
    fields: [{ path: ["input", "assignmentId"] }],
  });
  expect(
    await bureau.administrator.refused(replaceHolder, withKey({ ...input, memberId: foreign.successor.id })),
  ).toMatchObject({ code: "NOT_FOUND", fields: [{ path: ["input", "memberId"] }] });
});
