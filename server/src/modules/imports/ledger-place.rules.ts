import type { ImportOptions } from "./import-options.ts";
import { requireUnit, unitFinder } from "./find-unit.ts";
import { gridFinder } from "./find-grid.ts";
import { type FoundStaff, staffFinder } from "./find-staff.ts";
import type { GroundGrid, GroundUnit } from "./ground.ts";
import type { LedgerGround } from "./ledger-ground.ts";
import type { Refuse } from "./refusals.ts";

interface Said {
  stationName?: string;
  grid?: string;
}

export interface Place {
  stationId: string;
  grid: GroundGrid | undefined;
}

export type LedgerBook = ReturnType<typeof ledgerBook>;

/** What rows of a ledger name, on the ground: stations, grids, staff and units, and which of them the rows bear on. */
export function ledgerBook(ground: LedgerGround, options: ImportOptions) {
  const units = new Map(ground.units.map((unit) => [unit.id, unit]));
  const findUnit = unitFinder(ground.units, ground.bureau.name, options.names);
  const findGrid = gridFinder(ground.grids, ground.today);
  const findStaff = staffFinder(ground.staff, stationOver, ground.today);
  const staff = new Map(ground.staff.map((member) => [member.id, member]));
  const answering = new Map(ground.answering.map(({ id, memberId }) => [id, memberId ?? undefined]));
  const grids = new Map<string, GroundGrid>();
  const members = new Map<string, { id: string; version: number }>();

  function stationOver(unitId: string): string | undefined {
    for (let unit = units.get(unitId); unit; unit = unit.parentId === null ? undefined : units.get(unit.parentId))
      if (unit.kind === "STATION") return unit.id;
    return undefined;
  }

  function stationSaid({ stationName }: Said, refuse: Refuse): string | null | undefined {
    if (!stationName) return options.stationId ?? null;
    const found = findUnit.find([stationName], (unit) => unit.kind === "STATION");
    const [like] = found.unit || found.code ? [] : findUnit.like(stationName, (unit) => unit.kind === "STATION");
    if (like) return refuse("stationName", "ROW_UNKNOWN_STATION_LIKE", { like });
    return requireUnit(found, refuse, "stationName", "ROW_UNKNOWN_STATION");
  }

  return {
    /** A station that is only chosen for rows that name none gives way to the one of the grid. */
    placeOf(said: Said, refuse: Refuse): Place | undefined {
      const station = stationSaid(said, refuse);
      if (station === undefined) return undefined;
      const within = said.stationName ? (station ?? undefined) : undefined;
      const grid = said.grid ? gridIn(said.grid, within, station, refuse) : undefined;
      if (said.grid && !grid) return undefined;
      const stationId = grid?.stationId ?? station ?? refuse("stationName", "REQUIRED");
      if (!stationId) return undefined;
      if (grid) grids.set(grid.id, grid);
      return { stationId, grid };
    },
    staffNamed: (text: string, stationId: string | undefined): FoundStaff => findStaff(text, stationId),
    unitNamed(text: string, refuse: Refuse): GroundUnit | undefined {
      const id = requireUnit(
        findUnit.find([text], () => true),
        refuse,
        "unitName",
        "ROW_UNKNOWN_UNIT",
      );
      return id === undefined ? undefined : units.get(id);
    },
    stationOver,
    /** Who answers for the grid now, else who was chosen for what nobody answers for. */
    receiverAt: ({ grid }: Place): string | undefined => (grid && answering.get(grid.id)) ?? options.receiverId,
    /** Held until the rows are written, as they were planned on. */
    bearsOn(memberId: string) {
      const member = staff.get(memberId);
      if (member) members.set(memberId, { id: memberId, version: member.version });
    },
    touched: () => ({
      grids: [...grids.values()].map(({ id, version }) => ({ id, version })),
      members: [...members.values()],
    }),
  };

  /** First within the station that is chosen, then wherever the name is one grid's. */
  function gridIn(text: string, within: string | undefined, chosen: string | null, refuse: Refuse) {
    if (within || chosen === null) return findGrid(text, within, refuse);
    return findGrid(text, chosen, () => undefined) ?? findGrid(text, undefined, refuse);
  }
}
