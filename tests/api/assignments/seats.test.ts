import { expect, test } from "vitest";
import { makeAbsence, makeGrid, makeMember, makeStation } from "../grids/ground.ts";
import { assign, demand, endAssignment, fromNow, makeStaffed, withKey } from "./staffing.ts";

interface ReadSeat {
  duty: string;
  ordinal: number;
  isRequired: boolean;
  isFilled: boolean;
  holder: { badge: string } | null;
  responsible: { badge: string } | null;
  vacantSince: string | null;
  daysVacant: number | null;
}

const seats = /* GraphQL */ `
  query ($code: String!, $at: DateTime) {
    grid(code: $code) {
      seats(at: $at) {
        duty
        ordinal
        isRequired
        isFilled
        holder {
          badge
        }
        responsible {
          badge
        }
        substituteIds
        absence {
          reason
        }
        vacantSince
        daysVacant
        viewerMay
      }
    }
  }
`;
const responsibleFor = /* GraphQL */ `
  query ($id: ID, $code: String, $duty: Duty!, $at: DateTime) {
    responsibleFor(gridId: $id, gridCode: $code, duty: $duty, at: $at) {
      grid {
        code
      }
      ordinal
      holder {
        badge
      }
      responsible {
        badge
      }
      substituteIds
      absence {
        id
      }
    }
  }
`;

test("seats follow from the standard: filled ones first, then vacant ones, and holders beyond it", async () => {
  const { bureau, stationId, grid } = await makeStaffed();
  await demand(bureau, { duty: "AUXILIARY", atLeast: 2, atMost: 3 });
  await demand(bureau, { duty: "MEDIATOR", atLeast: 1 });
  const [first, second] = [
    await makeMember(bureau, stationId, { kind: "MEDIATOR" }),
    await makeMember(bureau, stationId, { kind: "MEDIATOR" }),
  ];
  const auxiliary = await makeMember(bureau, stationId, { kind: "AUXILIARY" });
  await assign(bureau.administrator, { gridId: grid.id, memberId: second.id, duty: "MEDIATOR", from: fromNow(-0.001) });
  await assign(bureau.administrator, { gridId: grid.id, memberId: first.id, duty: "MEDIATOR", from: fromNow(-0.002) });
  await assign(bureau.administrator, { gridId: grid.id, memberId: auxiliary.id, duty: "AUXILIARY" });
  const { grid: read } = await bureau.administrator.run<{ grid: { seats: ReadSeat[] } }>(seats, { code: grid.code });
  expect(
    read.seats.map((seat) => [seat.duty, seat.ordinal, seat.isRequired, seat.isFilled, seat.holder?.badge ?? null]),
  ).toEqual([
    ["AUXILIARY", 1, true, true, auxiliary.badge],
    ["AUXILIARY", 2, true, false, null],
    ["MEDIATOR", 1, true, true, first.badge],
    ["MEDIATOR", 2, false, true, second.badge],
  ]);
  expect(read.seats[0]).toMatchObject({
    responsible: { badge: auxiliary.badge },
    absence: null,
    vacantSince: null,
    daysVacant: null,
    viewerMay: [],
  });
});

test("a duty that no standard asks for has seats for its holders, and a grid not open has none", async () => {
  const { bureau, grid, officer } = await makeStaffed();
  await assign(bureau.administrator, { gridId: grid.id, memberId: officer.id });
  const at = async (moment: Date | string | null) =>
    (await bureau.administrator.run<{ grid: { seats: ReadSeat[] } }>(seats, { code: grid.code, at: moment })).grid
      .seats;
  expect(await at(null)).toMatchObject([
    { duty: "RESPONSIBLE_OFFICER", ordinal: 1, isRequired: false, isFilled: true },
  ]);
  expect(await at("2019-12-31T15:59:59Z")).toEqual([]);
});

test("a seat is vacant since its last holder ended, the standard began or the grid opened", async () => {
  const { bureau, stationId, grid } = await makeStaffed();
  await demand(bureau, { duty: "AUXILIARY", atLeast: 1 });
  await demand(bureau, { duty: "AUXILIARY", atLeast: 2, from: fromNow(-200) });
  await demand(bureau, { duty: "AUXILIARY", atLeast: 2, atMost: 4, from: fromNow(-20) });
  const [a, b] = [
    await makeMember(bureau, stationId, { kind: "AUXILIARY" }),
    await makeMember(bureau, stationId, { kind: "AUXILIARY" }),
  ];
  const seat = { gridId: grid.id, duty: "AUXILIARY", reason: "补录" };
  await assign(bureau.administrator, { ...seat, memberId: a.id, from: fromNow(-400), to: fromNow(-100) });
  await assign(bureau.administrator, { ...seat, memberId: b.id, from: fromNow(-300), to: fromNow(-250) });
  const at = async (days: number) =>
    (
      await bureau.administrator.run<{ grid: { seats: ReadSeat[] } }>(seats, { code: grid.code, at: fromNow(days) })
    ).grid.seats.filter((each) => each.duty === "AUXILIARY" && !each.isFilled);
  const iso = (days: number) => fromNow(days).toISOString();
  expect(await at(0)).toMatchObject([
    { ordinal: 1, vacantSince: iso(-100), daysVacant: 100 },
    { ordinal: 2, vacantSince: iso(-200), daysVacant: 200 },
  ]);
  expect(await at(-150)).toMatchObject([{ ordinal: 2, vacantSince: iso(-200), daysVacant: 50 }]);
  expect(await at(-500)).toMatchObject([{ ordinal: 1, vacantSince: "2021-12-31T16:00:00.000Z" }]);
  const young = await makeGrid(bureau, stationId, { openedOn: "2024-03-01" });
  const { grid: read } = await bureau.administrator.run(seats, { code: young.code, at: "2024-03-11T12:00:00+08:00" });
  expect(read.seats).toMatchObject([{ vacantSince: "2024-02-29T16:00:00.000Z", daysVacant: 10 }]);
});

test("a seat whose holders changed without a gap counts from where fewer held it", async () => {
  const { bureau, stationId, grid } = await makeStaffed();
  await demand(bureau, { duty: "AUXILIARY", atLeast: 2 });
  const [a, b, c] = await Promise.all([1, 2, 3].map(() => makeMember(bureau, stationId, { kind: "AUXILIARY" })));
  const seat = { gridId: grid.id, duty: "AUXILIARY", reason: "补录" };
  await assign(bureau.administrator, { ...seat, memberId: a!.id, from: fromNow(-90), to: fromNow(-60) });
  await assign(bureau.administrator, { ...seat, memberId: b!.id, from: fromNow(-60) });
  await assign(bureau.administrator, { ...seat, memberId: c!.id, from: fromNow(-80), to: fromNow(-40) });
  const { grid: read } = await bureau.administrator.run<{ grid: { seats: ReadSeat[] } }>(seats, { code: grid.code });
  expect(read.seats.filter((each) => each.duty === "AUXILIARY")).toMatchObject([
    { holder: { badge: b!.badge } },
    { vacantSince: fromNow(-40).toISOString(), daysVacant: 40 },
  ]);
});

test("whoever answers for a grid is found by id and by code, then, now and later", async () => {
  const { bureau, stationId, grid, officer } = await makeStaffed();
  const successor = await makeMember(bureau, stationId);
  const { id } = await assign(bureau.administrator, {
    gridId: grid.id,
    memberId: officer.id,
    from: fromNow(-50),
    reason: "补录",
  });
  await bureau.administrator.run(endAssignment, withKey({ id, expectedVersion: 1, at: fromNow(20) }));
  await assign(bureau.administrator, { gridId: grid.id, memberId: successor.id, from: fromNow(20) });
  const asked = async (variables: object) =>
    (await bureau.administrator.run(responsibleFor, { duty: "RESPONSIBLE_OFFICER", ...variables })).responsibleFor.map(
      (each: ReadSeat) => each.responsible?.badge,
    );
  expect(await asked({ code: grid.code })).toEqual([officer.badge]);
  expect(await asked({ id: grid.id, at: fromNow(-60) })).toEqual([]);
  expect(await asked({ id: grid.id, at: fromNow(20) })).toEqual([successor.badge]);
  expect(await asked({ id: grid.id, at: new Date(fromNow(20).getTime() - 1) })).toEqual([officer.badge]);
  expect(await asked({ code: "no such code" })).toEqual([]);
  expect((await bureau.administrator.refused(responsibleFor, { duty: "AUXILIARY" })).code).toBe("INVALID");
});

test("a substitute of the substitute answers while both are away, and nobody where the chain ends", async () => {
  const { bureau, stationId, grid, officer } = await makeStaffed();
  const [second, third] = [await makeMember(bureau, stationId), await makeMember(bureau, stationId)];
  await assign(bureau.administrator, { gridId: grid.id, memberId: officer.id, from: fromNow(-30), reason: "补录" });
  await makeAbsence(bureau, officer.id, { substituteId: second.id, startsAt: fromNow(-10), endsAt: fromNow(10) });
  await makeAbsence(bureau, second.id, { substituteId: third.id, startsAt: fromNow(-5), endsAt: fromNow(5) });
  await makeAbsence(bureau, third.id, { substituteId: officer.id, startsAt: fromNow(-2), endsAt: fromNow(2) });
  const at = async (days: number) =>
    (await bureau.administrator.run(responsibleFor, { id: grid.id, duty: "RESPONSIBLE_OFFICER", at: fromNow(days) }))
      .responsibleFor[0];
  expect(await at(-20)).toMatchObject({
    holder: { badge: officer.badge },
    responsible: { badge: officer.badge },
    substituteIds: [],
    absence: null,
  });
  expect(await at(-7)).toMatchObject({
    holder: { badge: officer.badge },
    responsible: { badge: second.badge },
    substituteIds: [second.id],
    absence: { id: expect.any(String) },
  });
  expect(await at(-3)).toMatchObject({ responsible: { badge: third.badge }, substituteIds: [second.id, third.id] });
  expect(await at(0)).toMatchObject({ responsible: null, substituteIds: [second.id, third.id] });
  expect(await at(3)).toMatchObject({ responsible: { badge: third.badge } });
  expect(await at(12)).toMatchObject({ responsible: { badge: officer.badge }, substituteIds: [] });
});

test("seats of another station are out of a chief's sight", async () => {
  const { bureau, grid, officer } = await makeStaffed();
  await assign(bureau.administrator, { gridId: grid.id, memberId: officer.id });
  const stranger = await bureau.signIn({ role: "STATION_CHIEF", unitId: await makeStation(bureau) });
  expect((await stranger.run(responsibleFor, { id: grid.id, duty: "RESPONSIBLE_OFFICER" })).responsibleFor).toEqual([]);
  expect((await stranger.run(seats, { code: grid.code })).grid).toBeNull();
});
