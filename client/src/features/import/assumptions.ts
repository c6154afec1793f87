import type { CheckImportInput } from "@maple-bridge/schema/documents";
import { today } from "../../lib/dates.ts";
import type { Names } from "./creations.tsx";
import type { Run } from "./run.ts";

/** What a check assumes where the file says nothing, as the form holds it. */
export interface Assumptions {
  openedOn?: string;
  from?: string;
  stationId?: string;
  receiverId?: string;
  createStations?: boolean;
  createDivisions?: boolean;
}

/** Those of the last check, or of the file that this one corrects, or the usual ones. */
export function assumptionsOf(
  run: Pick<Run, "kind" | "status" | "options">,
  first?: Pick<Run, "options">,
): Assumptions {
  const { openedOn, from, stationId, receiverId, createStations, createDivisions } = (first ?? run).options;
  const day = first || run.status !== "UPLOADED" ? undefined : today();
  return {
    openedOn: openedOn ?? (run.kind === "GRIDS" ? day : undefined),
    from: from ?? (run.kind === "MEMBERS" ? day : undefined),
    stationId: stationId ?? undefined,
    receiverId: receiverId ?? undefined,
    createStations,
    createDivisions,
  };
}

export const inputOf = (
  run: Pick<Run, "id">,
  { openedOn, from, stationId, receiverId, createStations = false, createDivisions = false }: Assumptions,
  names: Names,
): Omit<CheckImportInput, "idempotencyKey"> => ({
  id: run.id,
  openedOn: openedOn ?? null,
  from: from ?? null,
  stationId: stationId ?? null,
  receiverId: receiverId ?? null,
  createStations,
  createDivisions,
  names: names.map(({ written, means }) => ({ written, means: means ?? null })),
});
