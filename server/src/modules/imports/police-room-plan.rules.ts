import { keyOfName } from "#kernel/written";
import type { UnitFinder } from "./find-unit.ts";
import type { GroundUnit } from "./ground.ts";
import type { Refuse } from "./refusals.ts";

export interface NewPoliceRoom {
  id: string;
  name: string;
  stationId: string;
}

/** With how many rows name it. */
export interface NamedRoom extends NewPoliceRoom {
  rows: number;
}

interface Ground {
  findUnit: UnitFinder;
  units: readonly GroundUnit[];
  /** Together with the stations that are missing. */
  createRooms: boolean;
  newId: () => string;
}

/** The police rooms that a file names below its stations, and those it is to create. */
export function policeRoomBook({ findUnit, units, createRooms, newId }: Ground) {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const created = new Map<string, NamedRoom>();
  const keyOf = (stationId: string, name: string) => `${stationId} ${keyOfName(name)}`;
  const taken = new Set(units.map(({ parentId, name }) => keyOf(parentId ?? "", name)));

  function isBelow(unit: GroundUnit, stationId: string): boolean {
    const parent = unit.parentId === null ? undefined : byId.get(unit.parentId);
    return parent !== undefined && (parent.id === stationId || isBelow(parent, stationId));
  }

  return {
    roomOf(written: string, stationId: string, refuse: Refuse): string | undefined {
      const isRoom = (unit: GroundUnit) => unit.kind === "POLICE_ROOM" && isBelow(unit, stationId);
      const found = findUnit.find([written], isRoom);
      if (found.unit) return found.unit.id;
      if (found.code) return refuse("policeRoom", found.code, found.params);
      const name = findUnit.decided(written) ?? written;
      const key = keyOf(stationId, name);
      const before = created.get(key);
      if (!createRooms) return refuse("policeRoom", "ROW_UNKNOWN_POLICE_ROOM");
      if (taken.has(key)) return refuse("policeRoom", "ROW_POLICE_ROOM_TAKEN");
      const room = before ?? { id: newId(), name, stationId, rows: 0 };
      room.rows += 1;
      created.set(key, room);
      return room.id;
    },
    created: (): NamedRoom[] => [...created.values()],
  };
}
