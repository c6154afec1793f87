import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, mondayOf } from "@maple-bridge/server/kernel/day";
import { type Bureau, clock, makeBureau } from "../../support/bureau.ts";
import { makeGrid, makeMember, makeStation } from "../grids/ground.ts";
import { act, seat } from "../work/ground.ts";
import {
  assign,
  assignMembers,
  demand,
  endAssignment,
  fromNow,
  makeStaffed,
  replaceHolder,
  withKey,
} from "./staffing.ts";

const undoAssignments = /* GraphQL */ `
  mutation ($input: UndoAssignmentsInput!) {
    undoAssignments(input: $input) {
      id
      state
      viewerMay
    }
  }
`;

const replace = async (bureau: Bureau, assignmentId: string, memberId: string, from?: Date): Promise<string> => {
  const { version } = (
    await bureau.administrator.run(`query ($id: ID!) { node(id: $id) { ... on Assignment { version } } }`, {
      id: assignmentId,
    })
  ).node;
  const input = { assignmentId, memberId, expectedVersion: version, ...(from && { from }) };
  return (await bureau.administrator.run(replaceHolder, withKey(input))).replaceHolder.id;
};

/** All that counts of the bureau's assignments: what was taken back never does. */
const rowsOf = (bureau: Bureau) =>
  bureau.sql(
    (
      sql,
    ) => sql`select id, grid_id, member_id, duty, starts_at, ends_at, concurrent_post, reason, end_reason from assignments
      where ends_at is distinct from starts_at order by id`,
  );

const undo = (bureau: Bureau, ...ids: string[]) => bureau.administrator.run(undoAssignments, withKey({ ids }));
const refusedOf = async (bureau: Bureau, ...ids: string[]) =>
  (await bureau.administrator.refused(undoAssignments, withKey({ ids }))).fields;

test("an assignment that has begun is undone as if it had not been, once and on record", async () => {
  const { bureau, grid, officer } = await makeStaffed();
  const before = await rowsOf(bureau);
  const { id } = await assign(bureau.administrator, { gridId: grid.id, memberId: officer.id });
  const key = withKey({ ids: [id], reason: "点错了人" });
  const done = await bureau.administrator.run(undoAssignments, key);
  expect(done.undoAssignments).toEqual([{ id, state: "CANCELLED", viewerMay: [] }]);
  expect(await bureau.administrator.run(undoAssignments, key)).toEqual(done);
  expect(await rowsOf(bureau)).toEqual(before);
  const { node } = await bureau.administrator.run(
    `query ($id: ID!) { node(id: $id) { ... on Assignment { history { action reason } } } }`,
    { id },
  );
  expect(node.history).toEqual([
    { action: "assignment.undo", reason: "点错了人" },
    { action: "assignment.assign", reason: null },
  ]);
  expect(await refusedOf(bureau, id)).toMatchObject([{ path: ["input", "ids", 0], code: "UNDO_TAKEN_BACK" }]);
});

test("undoing a replacement lets the holder before go on, with the end that was set", async () => {
  const { bureau, stationId, grid, officer } = await makeStaffed();
  const first = await assign(bureau.administrator, {
    gridId: grid.id,
    memberId: officer.id,
    from: fromNow(-30),
    to: fromNow(40),
    reason: "补录",
  });
  const before = await rowsOf(bureau);
  const other = await makeMember(bureau, stationId);
  const second = await replace(bureau, first.id, other.id);
  const third = await replace(bureau, second, (await makeMember(bureau, stationId)).id);
  expect(await refusedOf(bureau, second)).toMatchObject([{ code: "UNDO_REPLACED" }]);
  await undo(bureau, third);
  await undo(bureau, second);
  expect(await rowsOf(bureau)).toEqual(before);
  const { responsibleFor } = await bureau.administrator.run(
    `query ($gridId: ID!) { responsibleFor(gridId: $gridId) { responsible { badge } } }`,
    { gridId: grid.id },
  );
  expect(responsibleFor).toEqual([{ responsible: { badge: officer.badge } }]);
});

test("an end that was set since, and somebody who took over since, keep an assignment from being undone, and are named", async () => {
  const { bureau, stationId, grid, officer } = await makeStaffed();
  const made = await assign(bureau.administrator, { gridId: grid.id, memberId: officer.id });
  await bureau.administrator.run(
    endAssignment,
    withKey({ id: made.id, expectedVersion: made.version, at: fromNow(5) }),
  );
  expect(await refusedOf(bureau, made.id)).toMatchObject([{ code: "UNDO_ENDED", params: { member: officer.name } }]);
  const next = await makeMember(bureau, stationId);
  const other = await makeGrid(bureau, stationId);
  const { id } = await assign(bureau.administrator, { gridId: other.id, memberId: officer.id });
  await replace(bureau, id, next.id, fromNow(3));
  expect(await refusedOf(bureau, id)).toMatchObject([{ code: "UNDO_REPLACED", params: { by: next.name } }]);
});

test("work done on the seat since keeps an assignment from being undone, and is named", async () => {
  const { bureau, stationId, grid, officer } = await makeStaffed();
  const { id } = await assign(bureau.administrator, { gridId: grid.id, memberId: officer.id });
  const holder = await bureau.signIn({ role: "MEMBER", unitId: stationId, memberId: officer.id });
  const to = [{ gridId: grid.id, duty: "RESPONSIBLE_OFFICER" }];
  const [task] = await act(bureau.administrator, "issueTask", { title: "入户宣传", to }, "id number");
  await act(holder, "submitWork", { id: task.id, taskResult: { done: "已宣传" } });
  expect(await refusedOf(bureau, id)).toMatchObject([
    { path: ["input", "ids", 0], code: "UNDO_WORKED", params: { number: task.number, count: 1, member: officer.name } },
  ]);
});

test("a week that was signed since keeps an assignment that reaches into it from being undone", async () => {
  const { bureau, stationId, grid, officer } = await makeStaffed();
  const { id } = await assign(bureau.administrator, {
    gridId: grid.id,
    memberId: officer.id,
    from: fromNow(-20),
    reason: "补录",
  });
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: stationId });
  const week = mondayOf(dayOf(fromNow(-8)));
  await act(chief, "signWeek", { memberId: officer.id, unitId: stationId, week }, "id");
  expect(await refusedOf(bureau, id)).toMatchObject([{ code: "UNDO_SIGNED", params: { week } }]);
});

test("whoever was replaced and has left meanwhile does not go on", async () => {
  const { bureau, stationId, grid, officer } = await makeStaffed();
  const first = await assign(bureau.administrator, {
    gridId: grid.id,
    memberId: officer.id,
    from: fromNow(-30),
    reason: "补录",
  });
  const second = await replace(bureau, first.id, (await makeMember(bureau, stationId)).id);
  await bureau.sql((sql) => sql`update members set left_on = '2026-01-01' where id = ${officer.id}`);
  expect(await refusedOf(bureau, second)).toMatchObject([{ path: ["input", "ids", 0], code: "ASSIGNEE_HAS_LEFT" }]);
});

test("a day after it was made an assignment is ended, not undone; one that was not made here never is", async () => {
  const { bureau, stationId, grid, officer } = await makeStaffed();
  const { id } = await assign(bureau.administrator, { gridId: grid.id, memberId: officer.id });
  const brought = await seat(bureau, (await makeGrid(bureau, stationId)).id, officer.id);
  expect(await refusedOf(bureau, id, brought)).toMatchObject([{ path: ["input", "ids", 1], code: "UNDO_BROUGHT_IN" }]);
  clock.at = fromNow(1.1);
  try {
    const later = await bureau.signIn({ role: "BUREAU_ADMINISTRATOR" });
    const { fields } = await later.refused(undoAssignments, withKey({ ids: [id] }));
    expect(fields).toMatchObject([{ code: "UNDO_TOO_LATE", params: { hours: 24 } }]);
  } finally {
    clock.at = null;
  }
});

test("many are undone together or none; whoever may not assign there undoes nothing, and another bureau finds nothing", async () => {
  const { bureau, stationId, grid, officer } = await makeStaffed();
  const grids = [grid, await makeGrid(bureau, stationId), await makeGrid(bureau, stationId)];
  const before = await rowsOf(bureau);
  const assignments = grids.map(({ id: gridId }) => ({ gridId, duty: "RESPONSIBLE_OFFICER", memberId: officer.id }));
  const made = (await bureau.administrator.run(assignMembers, withKey({ assignments }))).assignMembers;
  const ids = made.map(({ id }: { id: string }) => id);
  const elsewhere = await bureau.signIn({ role: "STATION_CHIEF", unitId: await makeStation(bureau) });
  expect(await elsewhere.refused(undoAssignments, withKey({ ids }))).toMatchObject({ code: "NOT_FOUND" });
  const member = await bureau.signIn({ role: "MEMBER", unitId: stationId });
  expect((await member.refused(undoAssignments, withKey({ ids }))).code).toBe("FORBIDDEN");
  expect(await (await makeBureau()).administrator.refused(undoAssignments, withKey({ ids }))).toMatchObject({
    code: "NOT_FOUND",
  });
  await undo(bureau, ids[2]);
  expect((await refusedOf(bureau, ...ids)).map(({ path }) => path)).toEqual([["input", "ids", 2]]);
  expect(await rowsOf(bureau)).toHaveLength(2);
  await undo(bureau, ids[0], ids[1]);
  expect(await rowsOf(bureau)).toEqual(before);
});

const step = fc.record({
  kind: fc.constantFrom("assign", "replace", "end", "bulk"),
  grid: fc.nat(1),
  member: fc.nat(3),
  duty: fc.constantFrom("RESPONSIBLE_OFFICER", "AUXILIARY"),
  from: fc.integer({ min: -4, max: 4 }),
  to: fc.option(fc.integer({ min: 5, max: 9 }), { nil: null }),
});

test("whatever was done before, what is done and undone leaves all as it was", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  await bureau.sql(
    (sql) =>
      sql`insert into duty_holders (bureau_id, id, duty, member_kind) values (${bureau.id}, gen_random_uuid(), 'AUXILIARY', 'OFFICER')`,
  );
  await demand(bureau, {});
  await demand(bureau, { duty: "AUXILIARY", atLeast: 2, atMost: 2 });
  const grids = [await makeGrid(bureau, stationId), await makeGrid(bureau, stationId)];
  const members = await Promise.all(Array.from({ length: 4 }, () => makeMember(bureau, stationId)));
  const state = async () => ({
    rows: await rowsOf(bureau),
    seats: await bureau.administrator.run(
      `query ($later: DateTime!) { grids { nodes { seats { duty holder { id } daysVacant } later: seats(at: $later) { duty holder { id } } } } }`,
      { later: fromNow(6) },
    ),
  });
  let undone = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
      for (const { kind, grid, member, duty, from, to } of steps) {
        const before = await state();
        const [gridId, memberId] = [grids[grid]!.id, members[member]!.id];
        const seat = {
          gridId,
          duty,
          memberId,
          from: fromNow(from),
          to: to === null ? null : fromNow(to),
          reason: "试",
        };
        const [held] = await bureau.sql(
          (sql) => sql`select id, version from assignments where grid_id = ${gridId} and duty = ${duty}
            and (ends_at is null or ends_at > now() and ends_at > starts_at) order by id limit 1`,
        );
        const of = held && { expectedVersion: held["version"], reason: "试" };
        const [document, input] =
          kind === "assign" || !held
            ? [`mutation ($input: AssignMemberInput!) { done: assignMember(input: $input) { id } }`, seat]
            : kind === "bulk"
              ? [
                  `mutation ($input: AssignMembersInput!) { done: assignMembers(input: $input) { id } }`,
                  { assignments: [seat, { ...seat, gridId: grids[1 - grid]!.id }] },
                ]
              : kind === "replace"
                ? [
                    `mutation ($input: ReplaceHolderInput!) { done: replaceHolder(input: $input) { id } }`,
                    { ...of, assignmentId: held["id"], memberId, ...(from > 0 && { from: fromNow(from) }) },
                  ]
                : [
                    `mutation ($input: EndAssignmentInput!) { done: endAssignment(input: $input) { id } }`,
                    { ...of, id: held["id"], at: fromNow(Math.max(from, 1)) },
                  ];
        const { data } = await bureau.administrator.ask(document, withKey(input));
        if (!data || kind === "end") continue;
        await undo(bureau, ...[data.done].flat().map(({ id }: { id: string }) => id));
        undone++;
        expect(await state()).toEqual(before);
        if (member > 1) await bureau.administrator.ask(document, withKey(input));
      }
    }),
    { numRuns: 12 },
  );
  expect(undone).toBeGreaterThan(0);
});
