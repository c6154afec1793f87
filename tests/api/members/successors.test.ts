import { expect, test } from "vitest";
import { assign, demand, fromNow, makeStaffed } from "../assignments/staffing.ts";
import { makeGrid, makeMember, makeStation } from "../grids/ground.ts";
import { codes, commands } from "./ground.ts";

const held = `query ($id: ID!) { node(id: $id) { ... on Grid { assignments { member { badge } startsAt endsAt state history { action } } } } }`;

async function makeLeaving() {
  const { bureau, stationId, grid, officer } = await makeStaffed();
  await demand(bureau, {});
  const { id: assignmentId } = await assign(bureau.administrator, { gridId: grid.id, memberId: officer.id });
  const other = await makeGrid(bureau, stationId);
  await assign(bureau.administrator, { gridId: other.id, memberId: officer.id });
  const next = await makeMember(bureau, stationId);
  const { run, refused } = commands(() => bureau);
  const on = new Date(fromNow(5).getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const leave = { id: officer.id, expectedVersion: 1, on, endAssignments: true };
  return { bureau, stationId, grid, officer, other, next, run, refused, assignmentId, leave, on };
}

test("who takes over a seat begins the day its holder leaves; what nobody takes over ends", async () => {
  const { bureau, grid, officer, other, next, run, assignmentId, leave, on } = await makeLeaving();
  await run("memberLeaves", { ...leave, successors: [{ assignmentId, memberId: next.id }] });
  const moment = new Date(`${on}T00:00:00+08:00`).toISOString();
  expect((await bureau.administrator.run(held, { id: grid.id })).node.assignments).toMatchObject([
    { member: { badge: next.badge }, startsAt: moment, endsAt: null, state: "PLANNED" },
    { member: { badge: officer.badge }, endsAt: moment, history: [{ action: "assignment.end" }, {}] },
  ]);
  expect((await bureau.administrator.run(held, { id: other.id })).node.assignments).toMatchObject([
    { member: { badge: officer.badge }, endsAt: moment },
  ]);
});

test("a successor is refused like an assignment, and nobody leaves then", async () => {
  const { bureau, stationId, officer, next, run, refused, assignmentId, leave } = await makeLeaving();
  const mediator = await makeMember(bureau, stationId, { kind: "MEDIATOR" });
  const named = (...members: string[]) => members.map((memberId) => ({ assignmentId, memberId }));
  const of = async (successors: object) => codes(await refused("memberLeaves", { ...leave, successors }));
  expect(await of(named(mediator.id))).toEqual(["input.successors.0.memberId DUTY_NOT_FOR_KIND"]);
  expect(await of(named(officer.id))).toContain("input.successors.0.memberId SUCCESSOR_LEAVES");
  expect(await of(named(next.id, next.id))).toEqual(["input.successors.1.assignmentId SEAT_LEFT_TWICE"]);
  expect(await of([{ assignmentId: next.id, memberId: next.id }])).toEqual([
    "input.successors.0.assignmentId SEAT_NOT_LEFT",
  ]);
  const elsewhere = await makeMember(bureau, await makeStation(bureau));
  await run("memberLeaves", { ...leave, successors: named(elsewhere.id) });
});

test("what is held and named to nobody keeps its holder, unless it may end", async () => {
  const { next, refused, assignmentId, leave, other } = await makeLeaving();
  const answer = await refused("memberLeaves", {
    ...leave,
    endAssignments: false,
    successors: [{ assignmentId, memberId: next.id }],
  });
  expect(answer.fields).toMatchObject([{ code: "MEMBER_HOLDS_SEAT", params: { grid: other.name } }]);
});
