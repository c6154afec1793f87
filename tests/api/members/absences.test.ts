import { expect, test } from "vitest";
import { clock, makeBureau } from "../../support/bureau.ts";
import { auditOf, codes, makeStation } from "./ground.ts";
import { inJune, july1, june1, june10, june20 } from "./june.ts";

const { run, refused, there, named, standing } = inJune();

test("an absence is recorded; its member is on leave while it lasts", async () => {
  const [away, substitute] = [await named("甲"), await named("乙")];
  const absence = await run("recordAbsence", {
    memberId: away.id,
    from: june10,
    to: june20,
    reason: "年休假",
    substituteId: substitute.id,
  });
  expect(absence).toMatchObject({
    startsAt: june10,
    endsAt: june20,
    reason: "年休假",
    substitute: { name: "乙" },
    member: { status: "ON_LEAVE" },
  });
  expect(await standing(away.badge)).toEqual({
    status: "ON_LEAVE",
    currentAbsence: {
      absence: { id: absence.id, reason: "年休假", substitute: { name: "乙" } },
      standIn: { name: "乙" },
    },
    absences: [{ startsAt: june10 }],
  });
  expect((await auditOf(there().bureau, away.id)).at(-1)).toMatchObject({
    action: "absence.record",
    after: { absenceId: absence.id, substituteId: substitute.id },
    reason: "年休假",
  });
  const { members } = await there().bureau.administrator.run(
    `{ members(filter: { status: ON_LEAVE }) { nodes { name } } }`,
  );
  expect(members.nodes).toEqual([{ name: "甲" }]);
  clock.at = new Date(june20);
  expect(await standing(away.badge)).toMatchObject({ status: "ACTIVE", currentAbsence: null });
});

test("substitutes of substitutes stand in, as far as one is there", async () => {
  const [first, second, third] = [await named("甲"), await named("乙"), await named("丙")];
  await run("recordAbsence", { memberId: first.id, from: june1, reason: "借调", substituteId: second.id });
  const next = await run("recordAbsence", {
    memberId: second.id,
    from: june10,
    to: june20,
    reason: "培训",
    substituteId: third.id,
  });
  expect((await standing(first.badge)).currentAbsence).toMatchObject({
    absence: { substitute: { name: "乙" } },
    standIn: { name: "丙" },
  });
  await run("updateAbsence", { id: next.id, substituteId: null, expectedVersion: 1 });
  expect((await standing(first.badge)).currentAbsence.standIn).toBeNull();
  clock.at = new Date(june20);
  expect((await standing(first.badge)).currentAbsence.standIn).toEqual({ name: "乙" });
});

test("an absence that is not sound, or collides, is refused by name", async () => {
  const [away, substitute] = [await named("甲"), await named("乙")];
  const input = { memberId: away.id, from: june10, to: june20, reason: "年休假" };
  await run("recordAbsence", input);
  expect(codes(await refused("recordAbsence", { ...input, to: june10, reason: " " }))).toEqual([
    "input.reason REQUIRED",
    "input.to ABSENCE_ENDS_BEFORE_START",
  ]);
  expect(await refused("recordAbsence", { ...input, from: june1, to: july1 })).toMatchObject({
    code: "CONFLICT",
    fields: [{ code: "ABSENCE_OVERLAPS", params: { from: "2026-06-10", to: "2026-06-20" } }],
  });
  expect(await run("recordAbsence", { ...input, from: june20, to: july1 })).toMatchObject({ startsAt: june20 });
  expect(codes(await refused("recordAbsence", { ...input, from: july1, to: null, substituteId: away.id }))).toEqual([
    "input.substituteId ABSENCE_SUBSTITUTE_SELF",
  ]);
  expect(
    codes(
      await refused("recordAbsence", {
        memberId: substitute.id,
        from: june10,
        to: june20,
        reason: "病假",
        substituteId: away.id,
      }),
    ),
  ).toEqual(["input.substituteId ABSENCE_SUBSTITUTE_AWAY"]);
  await run("memberLeaves", { id: substitute.id, on: "2026-07-10", reason: "测试", expectedVersion: 1 });
  expect(
    await refused("recordAbsence", { ...input, from: july1, to: null, substituteId: substitute.id }),
  ).toMatchObject({ fields: [{ code: "MEMBER_HAS_LEFT", params: { member: "乙", on: "2026-07-10" } }] });
  expect(codes(await refused("recordAbsence", { ...input, memberId: substitute.id, from: july1, to: null }))).toEqual([
    "input.to MEMBER_HAS_LEFT",
  ]);
});

test("substitutes never lead back to who is away, at any moment", async () => {
  const [first, second, third] = [await named("甲"), await named("乙"), await named("丙")];
  await run("recordAbsence", { memberId: second.id, from: june1, to: june20, reason: "培训", substituteId: third.id });
  await run("recordAbsence", { memberId: third.id, from: june10, to: july1, reason: "培训", substituteId: first.id });
  const input = { memberId: first.id, reason: "年休假", substituteId: second.id };
  expect(await refused("recordAbsence", { ...input, from: june1, to: july1 })).toMatchObject({
    code: "CONFLICT",
    fields: [{ code: "ABSENCE_SUBSTITUTE_LOOP", params: { member: "乙" } }],
  });
  const absence = await run("recordAbsence", { ...input, from: june20, to: july1 });
  expect(codes(await refused("updateAbsence", { id: absence.id, substituteId: third.id, expectedVersion: 1 }))).toEqual(
    ["input.substituteId ABSENCE_SUBSTITUTE_LOOP"],
  );
});

test("two who name each other at the same time do not both succeed", async () => {
  const [first, second] = [await named("甲"), await named("乙")];
  const period = { from: june10, to: june20, reason: "年休假" };
  const answers = await Promise.allSettled([
    run("recordAbsence", { ...period, memberId: first.id, substituteId: second.id }),
    run("recordAbsence", { ...period, memberId: second.id, substituteId: first.id }),
  ]);
  expect(answers.map((answer) => answer.status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("an absence ends early or late, and is history once over", async () => {
  const [away, substitute] = [await named("甲"), await named("乙")];
  const absence = await run("recordAbsence", {
    memberId: away.id,
    from: june1,
    reason: "借调",
    substituteId: substitute.id,
  });
  const updated = await run("updateAbsence", { id: absence.id, to: july1, expectedVersion: 1 });
  expect(updated).toMatchObject({ endsAt: july1, reason: "借调", substitute: { name: "乙" }, version: 2 });
  expect((await auditOf(there().bureau, away.id)).at(-1)).toEqual({
    action: "absence.update",
    before: { absenceId: absence.id, endsAt: null },
    after: { absenceId: absence.id, endsAt: july1 },
    reason: null,
  });
  expect(codes(await refused("updateAbsence", { id: absence.id, to: june1, expectedVersion: 2 }))).toEqual([
    "input.to ABSENCE_ENDS_BEFORE_START",
  ]);
  expect(codes(await refused("updateAbsence", { id: absence.id, to: july1, expectedVersion: 1 }))).toEqual([
    "input.expectedVersion VERSION_MOVED",
  ]);
  expect(
    codes(await refused("memberLeaves", { id: substitute.id, on: "2026-06-20", reason: "测试", expectedVersion: 1 })),
  ).toEqual(["input.on MEMBER_STANDS_IN"]);
  await run("updateAbsence", { id: absence.id, to: june10, expectedVersion: 2 });
  expect(codes(await refused("updateAbsence", { id: absence.id, to: july1, expectedVersion: 3 }))).toEqual([
    "input.id ABSENCE_OVER",
  ]);
});

test("an absence that has not begun may be taken back, one that has may not", async () => {
  const away = await named("甲");
  const [begun, ahead] = [
    await run("recordAbsence", { memberId: away.id, from: june1, to: june20, reason: "培训" }),
    await run("recordAbsence", { memberId: away.id, from: july1, reason: "借调" }),
  ];
  expect(codes(await refused("cancelAbsence", { id: begun.id, expectedVersion: 1 }))).toEqual([
    "input.id ABSENCE_BEGUN",
  ]);
  expect(codes(await refused("cancelAbsence", { id: ahead.id, expectedVersion: 7 }))).toEqual([
    "input.expectedVersion VERSION_MOVED",
  ]);
  expect(await run("cancelAbsence", { id: ahead.id, expectedVersion: 1 })).toEqual({
    id: ahead.id,
    version: 2,
    isCancelled: true,
    member: { absences: [{ id: begun.id }] },
  });
  expect(codes(await refused("cancelAbsence", { id: ahead.id, expectedVersion: 2 }))).toEqual([
    "input.id ABSENCE_OVER",
  ]);
  expect((await auditOf(there().bureau, away.id)).at(-1)).toMatchObject({
    action: "absence.cancel",
    before: { absenceId: ahead.id },
  });
  expect(await run("recordAbsence", { memberId: away.id, from: july1, reason: "病假" })).toMatchObject({
    reason: "病假",
  });
});

test("a chief records absences of the station's members; others see nothing or may not", async () => {
  const [away, other] = [await named("甲"), await makeBureau()];
  const chief = await there().bureau.signIn({ role: "STATION_CHIEF", unitId: there().stationId });
  const input = { memberId: away.id, from: june10, to: july1, reason: "年休假" };
  const absence = await run("recordAbsence", input, chief);
  expect(
    (
      await refused(
        "recordAbsence",
        input,
        await there().bureau.signIn({ role: "DISPATCHER", unitId: there().stationId }),
      )
    ).code,
  ).toBe("FORBIDDEN");
  expect(
    (
      await refused(
        "recordAbsence",
        input,
        await there().bureau.signIn({ role: "STATION_CHIEF", unitId: await makeStation(there().bureau) }),
      )
    ).code,
  ).toBe("NOT_FOUND");
  const foreign = await refused(
    "updateAbsence",
    { id: absence.id, to: july1, expectedVersion: 1 },
    other.administrator,
  );
  const absent = await refused("updateAbsence", { id: away.id, to: july1, expectedVersion: 1 });
  expect([foreign.code, foreign.fields]).toEqual(["NOT_FOUND", absent.fields]);
  const far = await there().bureau.signIn({ role: "STATION_CHIEF", unitId: await makeStation(there().bureau) });
  expect((await refused("cancelAbsence", { id: absence.id, expectedVersion: 1 }, far)).code).toBe("NOT_FOUND");
  expect(await far.run(`query ($id: ID!) { node(id: $id) { id } }`, { id: absence.id })).toEqual({ node: null });
  expect(
    await chief.run(`query ($id: ID!) { node(id: $id) { ... on Absence { reason } } }`, { id: absence.id }),
  ).toEqual({ node: { reason: "年休假" } });
});
