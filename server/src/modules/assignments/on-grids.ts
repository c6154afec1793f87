import { dayOf, startOfDay } from "#kernel/day";
import type { FieldFault } from "#kernel/errors";
import { closingGrid, openingGrid } from "#modules/grids";
import { endSeats } from "./ending.store.ts";
import { assignmentsPast, firstAssignment, type SeatAtGrid } from "./seats-at-grid.store.ts";

/** Seats held past the closing end with it where that is wanted; one that is over by now keeps the grid open until then. */
closingGrid.answeredBy(async (tx, { grid, on, mayEnd, reason }) => {
  const instant = startOfDay(on);
  const held = await assignmentsPast(tx, grid.id, instant);
  return [
    {
      faults: held.flatMap((seat) => closingFaults(seat, tx.now, mayEnd)),
      act: () => endSeats(tx, idsOf(held), instant, reason),
    },
  ];
});

const idsOf = (seats: readonly SeatAtGrid[]) => seats.map(({ id }) => id);

function closingFaults({ member, badge, endsAt }: SeatAtGrid, now: Date, mayEnd: boolean): FieldFault[] {
  const path = ["input", "on"];
  const params = { member, badge, to: endsAt ? dayOf(endsAt) : "∞" };
  if (endsAt && endsAt <= now) return [{ path, code: "GRID_HAS_ASSIGNMENTS_ENDED", params }];
  return mayEnd ? [] : [{ path, code: "GRID_HAS_ASSIGNMENTS", params }];
}

openingGrid.answeredBy(async (tx, { grid }) => {
  const first = await firstAssignment(tx, grid.id);
  if (!first || first.startsAt.toISOString() >= startOfDay(grid.openedOn)) return [];
  const params = { member: first.member, badge: first.badge, from: dayOf(first.startsAt) };
  return [{ path: ["input", "openedOn"], code: "GRID_OPENED_AFTER_ASSIGNMENT", params }];
});
