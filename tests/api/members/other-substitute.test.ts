import { expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import { auditOf, codes, makeGrid, makeMember, makeStation, seat } from "./ground.ts";
import { day, inJune, july1, june1, june10, june20 } from "./june.ts";

const { run, refused, there, named, standing } = inJune();

test("another substitute stands in from now on, and who did so far stays on record", async () => {
  const [away, first, second] = [await named("甲"), await named("乙"), await named("丙")];
  const grid = await makeGrid(there().bureau, there().stationId);
  await seat(there().bureau, grid, away.id);
  const absence = await run("recordAbsence", {
    memberId: away.id,
    from: june10,
    to: july1,
    reason: "借调",
    substituteId: first.id,
  });
  const goesOn = await run("updateAbsence", { id: absence.id, substituteId: second.id, expectedVersion: 1 });
  const now = clock.at!.toISOString();
  expect(goesOn).toMatchObject({ startsAt: now, endsAt: july1, substitute: { name: "丙" }, version: 1 });
  const { before, after } = await there().bureau.administrator.run(
    `query ($id: ID!, $earlier: DateTime!, $later: DateTime!) {
      before: responsibleFor(gridId: $id, at: $earlier) { responsible { name } }
      after: responsibleFor(gridId: $id, at: $later) { responsible { name } } }`,
    { id: grid, earlier: day("2026-06-12"), later: june20 },
  );
  expect([before, after]).toEqual([[{ responsible: { name: "乙" } }], [{ responsible: { name: "丙" } }]]);
  expect((await auditOf(there().bureau, away.id)).at(-1)).toMatchObject({
    before: { absenceId: absence.id, substituteId: first.id },
    after: { absenceId: goesOn.id, substituteId: second.id, startsAt: now },
  });
  expect((await standing(away.badge)).absences).toEqual([{ startsAt: now }, { startsAt: june10 }]);
  expect(
    codes(await refused("updateAbsence", { id: goesOn.id, substituteId: null, to: june10, expectedVersion: 1 })),
  ).toEqual(["input.to ABSENCE_ENDS_BEFORE_START"]);
});

test("who has left needs nobody to stand in, so that the substitute may leave too", async () => {
  const [away, substitute] = [await named("甲"), await named("乙")];
  await run("recordAbsence", { memberId: away.id, from: june10, reason: "病假", substituteId: substitute.id });
  await run("memberLeaves", { id: away.id, on: "2026-07-01", reason: "测试", expectedVersion: 1 });
  const leaves = { id: substitute.id, expectedVersion: 1 };
  expect(codes(await refused("memberLeaves", { ...leaves, on: "2026-06-30" }))).toEqual(["input.on MEMBER_STANDS_IN"]);
  expect(await run("memberLeaves", { ...leaves, on: "2026-07-01" })).toMatchObject({ leftOn: "2026-07-01" });
});

test("another substitute of an absence that lies ahead is for all of it", async () => {
  const [away, first, second] = [await named("甲"), await named("乙"), await named("丙")];
  const input = { memberId: away.id, from: june20, reason: "借调", substituteId: first.id };
  const absence = await run("recordAbsence", input);
  const changed = await run("updateAbsence", { id: absence.id, substituteId: second.id, expectedVersion: 1 });
  expect(changed).toMatchObject({ id: absence.id, startsAt: june20, substitute: { name: "丙" }, version: 2 });
});

test("a chief ends the absence of an own member whose substitute is out of sight", async () => {
  const [away, elsewhere] = [await named("甲"), await makeMember(there().bureau, await makeStation(there().bureau))];
  const absence = await run("recordAbsence", {
    memberId: away.id,
    from: june1,
    reason: "借调",
    substituteId: elsewhere.id,
  });
  const chief = await there().bureau.signIn({ role: "STATION_CHIEF", unitId: there().stationId });
  const ended = await run("updateAbsence", { id: absence.id, to: june10, expectedVersion: 1 }, chief);
  expect(ended).toMatchObject({ endsAt: june10, substitute: null });
  expect(
    (await refused("updateAbsence", { id: absence.id, substituteId: elsewhere.id, expectedVersion: 2 }, chief)).code,
  ).toBe("CONFLICT");
});
