import { afterAll, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import type { Client } from "../../support/client.ts";
import { makeAbsence } from "../grids/ground.ts";
import { field } from "../work/ground.ts";
import { at, goTo } from "../work/time-passes.ts";
import { handIn, layLists, nextWeek, reviewed, task, week } from "./ground.ts";

afterAll(() => void (clock.at = null));

const asked = /* GraphQL */ `
  query ($memberId: ID!, $week: LocalDate!, $unitId: ID!) {
    threeLists(memberId: $memberId, week: $week, unitId: $unitId) {
      viewerMay
      signHindrance
      daysAway
    }
    weekMatrix(unitId: $unitId, from: $week, weeks: 1) {
      member {
        id
      }
      daysAway
    }
  }
`;

test("A81: a week that one may not sign says why, and one that one may sign says nothing", async () => {
  const ground = await layLists();
  const { bureau, chief, officer, colleague, dispatcher, stationId } = ground;
  goTo("2026-03-09T09:00");
  const own = await field(bureau, stationId);
  const chiefToo = await bureau.signIn({ role: "STATION_CHIEF", unitId: stationId, memberId: own.memberId });
  const why = async (client: Client, memberId: string, monday = week) => {
    const { threeLists } = await client.run(asked, { memberId, week: monday, unitId: stationId });
    expect(threeLists.viewerMay.includes("SIGN_WEEK")).toBe(threeLists.signHindrance === null);
    return threeLists.signHindrance;
  };
  expect(await why(chief, officer.memberId)).toBeNull();
  expect(await why(chief, officer.memberId, nextWeek)).toBe("NOT_OVER");
  expect(await why(officer, officer.memberId)).toBe("OWN");
  expect(await why(chiefToo, own.memberId)).toBe("OWN");
  expect(await why(chief, own.memberId)).toBe("OF_A_CHIEF");
  expect(await why(dispatcher, colleague.memberId)).toBe("NOT_YOURS");
  goTo("2026-03-04T10:00");
  const item = await task(ground, "排查出租屋", "2026-03-06");
  await handIn(officer, item.id);
  goTo("2026-03-09T09:00");
  expect(await why(chief, officer.memberId)).toBe("LINES_WAIT");
  await reviewed(chief, "acceptAllClean", { memberId: officer.memberId, week });
  expect(await why(chief, officer.memberId)).toBeNull();
  await reviewed(chief, "signWeek", { memberId: officer.memberId, week });
  expect(await why(chief, officer.memberId)).toBe("SIGNED");
  expect(await why(bureau.administrator, own.memberId)).toBeNull();
});

test("A78: on how many days of the week a member was away stands on the week and in the matrix", async () => {
  const { bureau, chief, officer, stationId } = await layLists();
  await makeAbsence(bureau, officer.memberId, { startsAt: at("2026-03-07T00:00"), endsAt: at("2026-03-11T00:00") });
  const away = async (monday: string) => {
    const of = { memberId: officer.memberId, week: monday, unitId: stationId };
    const { threeLists, weekMatrix } = await chief.run(asked, of);
    const cell = weekMatrix.find(({ member }: { member: { id: string } }) => member.id === officer.memberId);
    expect(cell.daysAway).toBe(threeLists.daysAway);
    return threeLists.daysAway;
  };
  expect(await away(week)).toBe(2);
  expect(await away(nextWeek)).toBe(2);
  expect(await away("2026-03-16")).toBe(0);
});
