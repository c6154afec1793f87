import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { auditOf, makeGrid, makeMember, makeStation } from "../grids/ground.ts";
import { assign, assignMembers, makeStaffed, withKey } from "./staffing.ts";

const held = /* GraphQL */ `
  {
    assignments {
      totalCount
    }
  }
`;

test("several are assigned at once, given back in their order", async () => {
  const { bureau, stationId, grid, officer } = await makeStaffed();
  const other = await makeGrid(bureau, stationId);
  const auxiliary = await makeMember(bureau, stationId, { kind: "AUXILIARY" });
  const { assignMembers: made } = await bureau.administrator.run(
    assignMembers,
    withKey({
      assignments: [
        { gridId: other.id, duty: "RESPONSIBLE_OFFICER", memberId: officer.id },
        { gridId: grid.id, duty: "RESPONSIBLE_OFFICER", memberId: officer.id },
        { gridId: grid.id, duty: "AUXILIARY", memberId: auxiliary.id },
      ],
    }),
  );
  expect(
    made.map((each: { grid: { code: string }; member: { badge: string } }) => [each.grid.code, each.member.badge]),
  ).toEqual([
    [other.code, officer.badge],
    [grid.code, officer.badge],
    [grid.code, auxiliary.badge],
  ]);
  expect(await auditOf(bureau, made[2].id)).toMatchObject([
    { action: "assignment.assign", after: { badge: auxiliary.badge } },
  ]);
});

test("what is wrong is told by row, and then nothing is written", async () => {
  const { bureau, stationId, grid, officer } = await makeStaffed();
  const [rival, mediator] = [
    await makeMember(bureau, stationId),
    await makeMember(bureau, stationId, { kind: "MEDIATOR" }),
  ];
  const duty = "RESPONSIBLE_OFFICER";
  const refused = await bureau.administrator.refused(
    assignMembers,
    withKey({
      assignments: [
        { gridId: grid.id, duty, memberId: officer.id },
        { gridId: grid.id, duty, memberId: rival.id },
        { gridId: grid.id, duty: "AUXILIARY", memberId: mediator.id },
      ],
    }),
  );
  expect(refused).toMatchObject({
    code: "CONFLICT",
    fields: [
      {
        path: ["input", "assignments", 1, "memberId"],
        code: "RESPONSIBLE_OFFICER_TAKEN",
        params: { badge: officer.badge },
      },
      { path: ["input", "assignments", 2, "memberId"], code: "DUTY_NOT_FOR_KIND", params: { badge: mediator.badge } },
    ],
  });
  expect(await bureau.administrator.run(held)).toEqual({ assignments: { totalCount: 0 } });
});

test("faults of the input and rows out of sight are told by row", async () => {
  const [{ bureau, grid, officer }, other] = [await makeStaffed(), await makeBureau()];
  const foreigner = await makeMember(other, await makeStation(other));
  const duty = "RESPONSIBLE_OFFICER";
  const seat = { gridId: grid.id, duty, memberId: officer.id };
  const absent = await bureau.administrator.refused(
    assignMembers,
    withKey({ assignments: [seat, { ...seat, memberId: foreigner.id }, { ...seat, gridId: "x" }] }),
  );
  expect(absent).toMatchObject({
    code: "NOT_FOUND",
    fields: [{ path: ["input", "assignments", 1, "memberId"] }, { path: ["input", "assignments", 2, "gridId"] }],
  });
  const invalid = await bureau.administrator.refused(
    assignMembers,
    withKey({ assignments: [seat, { ...seat, from: "2022-01-01T00:00:00Z" }] }),
  );
  expect(invalid).toMatchObject({
    code: "INVALID",
    fields: [{ path: ["input", "assignments", 1, "reason"], code: "REASON_FOR_THE_PAST" }],
  });
  expect(await bureau.administrator.refused(assignMembers, withKey({ assignments: [] }))).toMatchObject({
    code: "INVALID",
    fields: [{ code: "ASSIGNMENTS_COUNT" }],
  });
});

test("one grid of another station spoils a chief's whole batch", async () => {
  const { bureau, stationId, grid, officer } = await makeStaffed();
  const elsewhere = await makeGrid(bureau, await makeStation(bureau));
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: stationId });
  const seat = { gridId: grid.id, duty: "RESPONSIBLE_OFFICER", memberId: officer.id };
  expect(
    await chief.refused(assignMembers, withKey({ assignments: [seat, { ...seat, gridId: elsewhere.id }] })),
  ).toMatchObject({ code: "NOT_FOUND", fields: [{ path: ["input", "assignments", 1, "gridId"] }] });
  await assign(chief, seat);
  expect(await chief.run(held)).toEqual({ assignments: { totalCount: 1 } });
  const member = await bureau.signIn({ role: "MEMBER", unitId: stationId });
  expect((await member.refused(assignMembers, withKey({ assignments: [seat] }))).code).toBe("FORBIDDEN");
});
