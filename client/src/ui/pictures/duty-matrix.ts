import type { Duty, StationDutiesQuery } from "@maple-bridge/schema/documents";
import { duties } from "../../lib/glossary.ts";

export type SeatCounts = StationDutiesQuery["all"][number];

/** Which duties there are, and how the seats of each station, of each duty there, and of all stand. */
export function matrixOf(read: StationDutiesQuery) {
  const cells = new Map(read.cells.map((cell) => [keyOf(cell.station?.id, cell.duty), cell]));
  const ofDuties = new Map(read.duties.map((counts) => [counts.duty, counts]));
  return {
    duties: duties.filter((duty) => ofDuties.has(duty)),
    stations: read.stations.flatMap(({ station, ...counts }) => (station ? [{ ...station, counts }] : [])),
    cellOf: (stationId: string, duty: Duty): SeatCounts | undefined => cells.get(keyOf(stationId, duty)),
    ofDuty: (duty: Duty): SeatCounts | undefined => ofDuties.get(duty),
    all: read.all[0],
  };
}

const keyOf = (stationId: string | undefined, duty: Duty | null) => `${stationId} ${duty}`;
