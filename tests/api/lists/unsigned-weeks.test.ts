import { afterAll, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import type { Client } from "../../support/client.ts";
import { makeAbsence, makeStation } from "../grids/ground.ts";
import { field, keepSignedIn } from "../work/ground.ts";
import { at, goTo } from "../work/time-passes.ts";
import { layLists, nextWeek, reviewed, week } from "./ground.ts";

afterAll(() => void (clock.at = null));

const document = /* GraphQL */ `
  {
    unsignedWeeks {
      station {
        id
        viewerMay
      }
      waiting
      overdue
      firstWeek
      firstMember {
        id
      }
    }
    bureau {
      viewerMay
    }
  }
`;

const unsigned = async (client: Client) => (await client.run(document)).unsignedWeeks;
const mayReview = async (client: Client) => (await client.run(document)).bureau.viewerMay.includes("REVIEW_WEEKS");

const matrix = `query ($unitId: ID!, $from: LocalDate!) { weekMatrix(unitId: $unitId, from: $from, weeks: 8) { signedAt } }`;

test("counts the weeks of the matrix that are over and not signed, the last eight, and says which is the first", async () => {
  const { chief, officer, colleague, stationId, bureau } = await layLists();
  goTo("2026-03-18T09:00");
  const from = "2026-01-19";
  const cellsUnsigned = async () =>
    (await chief.run(matrix, { unitId: stationId, from })).weekMatrix.filter(
      ({ signedAt }: { signedAt: string | null }) => !signedAt,
    ).length;
  const [before] = await unsigned(chief);
  expect(before).toMatchObject({ station: { id: stationId }, waiting: await cellsUnsigned(), firstWeek: from });
  // Of the last week each member's is still within its time until Thursday.
  expect(before.overdue).toBe(before.waiting - 2);
  await reviewed(chief, "signWeek", { memberId: officer.memberId, week });
  const { id } = await reviewed(chief, "signWeek", { memberId: officer.memberId, week: nextWeek });
  const [after] = await unsigned(chief);
  expect(after).toMatchObject({ waiting: await cellsUnsigned(), overdue: before.overdue - 1 });
  expect(after.waiting).toBe(before.waiting - 2);
  goTo("2026-03-19T00:00");
  expect((await unsigned(chief))[0]).toMatchObject({ waiting: after.waiting, overdue: after.waiting });
  await reviewed(bureau.administrator, "reopenWeek", { id, reason: "更正" });
  expect((await unsigned(chief))[0].waiting).toBe(after.waiting + 1);
  expect([officer.memberId, colleague.memberId]).toContain(after.firstMember.id);
});

const marked = /* GraphQL */ `
  query ($unitId: ID!, $from: LocalDate!, $weeks: Int!) {
    weekMatrix(unitId: $unitId, from: $from, weeks: $weeks) {
      station {
        id
      }
      week
      toSign
    }
    stationMatrix(from: $from, weeks: $weeks) {
      station {
        id
      }
      week
      toSign
      overdue
    }
  }
`;

interface Marked {
  weekMatrix: { station: { id: string }; week: string; toSign: "IN_TIME" | "OVERDUE" | null }[];
  stationMatrix: { station: { id: string }; week: string; toSign: number; overdue: number }[];
}

test("each of its figures has its weeks in the matrix, for whoever asks, and its stations' weeks add up to it", async () => {
  const { bureau, chief, officer, dispatcher, stationId } = await layLists();
  const another = await makeStation(bureau);
  const chiefs = await field(bureau, stationId);
  const itself = await bureau.signIn({ role: "STATION_CHIEF", unitId: stationId, memberId: chiefs.memberId });
  const deputy = await field(bureau, stationId);
  await makeAbsence(bureau, chiefs.memberId, { substituteId: deputy.memberId, startsAt: at("2026-03-16T00:00") });
  const closing = await makeStation(bureau);
  await field(bureau, closing);
  await bureau.sql((sql) => sql`update units set closed_on = '2026-03-10' where id = ${closing}`);
  await keepSignedIn(bureau);
  goTo("2026-03-18T09:00");
  await reviewed(bureau.administrator, "signWeek", { memberId: officer.memberId, week });
  let told = 0;
  for (const client of [bureau.administrator, chief, itself, deputy, officer, dispatcher]) {
    const figures = await unsigned(client);
    // From before the first week that is told of, to the one that is under way.
    const asked = { unitId: bureau.rootId, from: "2026-01-05", weeks: 12 };
    const { weekMatrix, stationMatrix } = (await client.run(marked, asked)) as Marked;
    for (const of of [stationId, another, closing]) {
      const { waiting = 0, overdue = 0 } =
        figures.find(({ station }: { station: { id: string } }) => station.id === of) ?? {};
      const cells = weekMatrix.filter(({ station, toSign }) => station.id === of && toSign !== null);
      expect(cells).toHaveLength(waiting);
      expect(cells.filter(({ toSign }) => toSign === "OVERDUE")).toHaveLength(overdue);
      const weeks = stationMatrix.filter(({ station }) => station.id === of);
      expect(weeks.reduce((sum, { toSign }) => sum + toSign, 0)).toBe(waiting);
      expect(weeks.reduce((sum, each) => sum + each.overdue, 0)).toBe(overdue);
      told += waiting;
    }
  }
  expect(told).toBeGreaterThan(60);
});

test("is told to the bureau of every station, to a chief of theirs, and to nobody else", async () => {
  const { bureau, chief, officer, dispatcher, stationId } = await layLists();
  const another = await makeStation(bureau);
  goTo("2026-03-18T09:00");
  const ofBureau = await unsigned(bureau.administrator);
  expect(new Set(ofBureau.map(({ station }: { station: { id: string } }) => station.id))).toEqual(
    new Set([stationId, another]),
  );
  expect(ofBureau[0]).toMatchObject({ station: { id: stationId }, waiting: 16 });
  expect(ofBureau[1]).toMatchObject({ waiting: 0, overdue: 0, firstWeek: null, firstMember: null });
  expect(await unsigned(chief)).toHaveLength(1);
  expect(await mayReview(chief)).toBe(true);
  for (const client of [officer, dispatcher]) {
    expect(await unsigned(client)).toEqual([]);
    expect(await mayReview(client)).toBe(false);
  }
});

test("A84: who stands in for the chief is told what the chief is, but for their own weeks and the chief's", async () => {
  const { bureau, stationId, officer } = await layLists();
  goTo("2026-03-18T09:00");
  const chiefs = await field(bureau, stationId);
  await bureau.signIn({ role: "STATION_CHIEF", unitId: stationId, memberId: chiefs.memberId });
  const deputy = await field(bureau, stationId);
  expect(await unsigned(deputy)).toEqual([]);
  await makeAbsence(bureau, chiefs.memberId, { substituteId: deputy.memberId, startsAt: at("2026-03-16T00:00") });
  // Of four members two.
  expect(await unsigned(deputy)).toMatchObject([{ waiting: 16, station: { viewerMay: ["REVIEW_WEEKS"] } }]);
  expect(await mayReview(deputy)).toBe(true);
  const answers = await reviewed(deputy, "signCleanWeeks", { unitId: stationId, week });
  expect(answers.filter(({ isSigned }: { isSigned: boolean }) => isSigned)).toHaveLength(2);
  expect(await unsigned(deputy)).toMatchObject([{ waiting: 14 }]);
  expect(await mayReview(officer)).toBe(false);
});
