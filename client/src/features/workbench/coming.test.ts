import { expect, it } from "vitest";
import { comingIn } from "./coming.ts";

const person = (id: string) => ({ id, name: "周虚构", badge: id, kind: "OFFICER" as const });

it("puts ends of assignments, closings and returns in one line of days, and leaves out what comes later", () => {
  const coming = comingIn(
    {
      assignments: {
        totalCount: 1,
        nodes: [
          {
            id: "a",
            duty: "AUXILIARY",
            endsAt: "2026-12-09T16:00:00.000Z",
            grid: { id: "g", name: "西王村" },
            member: person("J1"),
          },
        ],
      },
      grids: { totalCount: 1, nodes: [{ id: "h", name: "东王村", closedOn: "2026-12-05", station: null }] },
      members: {
        totalCount: 3,
        nodes: [
          { ...person("J2"), unit: null, currentAbsence: { absence: { id: "x", endsAt: "2026-12-01T16:00:00.000Z" } } },
          { ...person("J3"), unit: null, currentAbsence: { absence: { id: "y", endsAt: "2027-03-01T16:00:00.000Z" } } },
          { ...person("J4"), unit: null, currentAbsence: { absence: { id: "z", endsAt: null } } },
        ],
      },
    },
    "2026-12-31",
  );
  expect(coming.map(({ day, what }) => `${day} ${what}`)).toEqual([
    "2026-12-02 absence",
    "2026-12-05 closing",
    "2026-12-10 assignment",
  ]);
});
