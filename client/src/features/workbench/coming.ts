import type { ComingChangesQuery, Duty } from "@maple-bridge/schema/documents";
import { dayText } from "../../lib/dates.ts";

interface Person {
  id: string;
  name: string;
  badge: string;
}

/** Something that ends on a day to come. */
export type Coming = { id: string; day: string } & (
  | { what: "assignment"; gridId: string; grid: string; duty: Duty; member: Person | undefined }
  | { what: "closing"; gridId: string; grid: string; station: string | undefined }
  | { what: "absence"; member: Person; unit: string | undefined }
);

/** What of it ends before the day, the first to end first. */
export function comingIn({ assignments, grids, members }: ComingChangesQuery, before: string): Coming[] {
  const ends = assignments.nodes.flatMap(({ id, endsAt, duty, grid, member }): Coming[] =>
    endsAt
      ? [
          {
            id,
            day: dayText(endsAt),
            what: "assignment",
            gridId: grid.id,
            grid: grid.name,
            duty,
            member: member ?? undefined,
          },
        ]
      : [],
  );
  const closings = grids.nodes.flatMap(({ id, name, closedOn, station }): Coming[] =>
    closedOn ? [{ id, day: closedOn, what: "closing", gridId: id, grid: name, station: station?.name }] : [],
  );
  const returns = members.nodes.flatMap(({ id, name, badge, unit, currentAbsence }): Coming[] =>
    currentAbsence?.absence.endsAt
      ? [
          {
            id: currentAbsence.absence.id,
            day: dayText(currentAbsence.absence.endsAt),
            what: "absence",
            member: { id, name, badge },
            unit: unit?.name,
          },
        ]
      : [],
  );
  return [...ends, ...closings, ...returns]
    .filter(({ day }) => day < before)
    .toSorted((a, b) => a.day.localeCompare(b.day));
}
