import { afterEach, beforeEach } from "vitest";
import { type Bureau, clock, makeBureau } from "../../support/bureau.ts";
import { commands, makeMember, makeStation } from "./ground.ts";

export const day = (text: string) => `${text}T00:00:00.000Z`;
export const [june1, june10, june20, july1] = [
  day("2026-06-01"),
  day("2026-06-10"),
  day("2026-06-20"),
  day("2026-07-01"),
];

/** In each test of the file: a bureau with a station, on the 15th of June 2026. */
export function inJune() {
  let place: { bureau: Bureau; stationId: string };
  beforeEach(async () => {
    clock.at = new Date("2026-06-15T04:00:00Z");
    const bureau = await makeBureau();
    place = { bureau, stationId: await makeStation(bureau) };
  });
  afterEach(() => {
    clock.at = null;
  });
  return {
    ...commands(() => place.bureau),
    there: () => place,
    named: (name: string) => makeMember(place.bureau, place.stationId, { name }),
    /** As a new session sees it: the clock may have outrun the old one. */
    standing: async (badge: string) =>
      (
        await (
          await place.bureau.signIn({ role: "BUREAU_ADMINISTRATOR" })
        ).run(
          `query ($badge: String!) { member(badge: $badge) { status currentAbsence { absence { id reason substitute { name } } standIn { name } } absences { startsAt } } }`,
          { badge },
        )
      ).member,
  };
}
