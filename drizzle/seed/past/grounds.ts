import { startOf } from "../days.ts";
import type { Draft, Grid, Unit } from "../draft.ts";
import { gridWas, gridWillBe, stationOver, unitOf } from "./changes.ts";

export function gridNamed({ grids }: Draft, name: string): Grid {
  const [grid, ...others] = grids.filter((each) => each.name === name);
  if (!grid || others.length > 0) throw new Error(`${others.length + (grid ? 1 : 0)} grids are named ${name}`);
  return grid;
}

/** Another police room of the grid's station: the nearest before it, or after it. */
export function otherRoom(draft: Draft, { stationId, policeRoomId }: Grid): Unit {
  const rooms = draft.units.filter(
    ({ id, kind, closedOn }) => kind === "POLICE_ROOM" && !closedOn && stationOver(draft, id).id === stationId,
  );
  const index = rooms.findIndex(({ id }) => id === policeRoomId);
  const room = rooms[index - 1] ?? rooms[index + 1];
  if (!room) throw new Error(`${unitOf(draft, stationId).name} has one police room`);
  return room;
}

export const cameFromRoom = (draft: Draft, name: string, on: string, reason: string) =>
  gridWas(draft, gridNamed(draft, name), on, { policeRoomId: otherRoom(draft, gridNamed(draft, name)).id }, reason);

export const willGoToRoom = (draft: Draft, name: string, on: string, reason: string) =>
  gridWillBe(draft, gridNamed(draft, name), on, { policeRoomId: otherRoom(draft, gridNamed(draft, name)).id }, reason);

export const wasComplex = (draft: Draft, name: string, on: string, reason: string) =>
  gridWas(draft, gridNamed(draft, name), on, { complexity: "COMPLEX", level: 2 }, reason);

export const wasOrdinary = (draft: Draft, name: string, on: string, reason: string) =>
  gridWas(draft, gridNamed(draft, name), on, { complexity: "ORDINARY", level: 3 }, reason);

export const wasNamed = (draft: Draft, name: string, on: string, earlier: string, reason: string) =>
  gridWas(draft, gridNamed(draft, name), on, { name: earlier }, reason);

/** The grid was another station's until the day, and so was the officer who answered for it. */
export function wasOfStation(draft: Draft, name: string, on: string, stationName: string, reason: string): void {
  const grid = gridNamed(draft, name);
  const station = draft.units.find((unit) => unit.name === stationName)!;
  const room = draft.units.find(({ kind, parentId }) => kind === "POLICE_ROOM" && parentId === station.id)!;
  gridWas(draft, grid, on, { stationId: station.id, policeRoomId: room.id }, reason);
  const officer = draft.members.find(
    ({ kind, unitId, leftOn }) => kind === "OFFICER" && unitId === station.id && !leftOn,
  )!;
  const seat = draft.assignments.find(
    ({ gridId, duty, endsAt, startsAt }) =>
      gridId === grid.id && duty === "RESPONSIBLE_OFFICER" && !endsAt && startsAt < startOf(on),
  );
  if (!seat) return;
  const { startsAt, reason: firstReason = null } = seat;
  draft.assignments.push({
    ...seat,
    id: draft.newId(),
    memberId: officer.id,
    startsAt,
    endsAt: startOf(on),
    reason: firstReason,
    endReason: reason,
  });
  Object.assign(seat, { startsAt: startOf(on), reason });
}
