import type { CheckImportInput } from "@maple-bridge/schema/documents";
import { today } from "../../lib/dates.ts";
import type { Assumptions, Said } from "./chosen.ts";
import type { Run } from "./run.ts";

export const saidOf = ({ options: { names, blanks, leavesOut } }: Pick<Run, "options">): Said => ({
  names,
  blanks,
  leavesOut,
});

export const startOfYear = () => `${today().slice(0, 4)}-01-01`;

/** Those of the last check, or of the file that this one corrects, or the usual ones. */
export function assumptionsOf({ kind, status, options }: Pick<Run, "kind" | "status" | "options">): Assumptions {
  const { openedOn, from, stationId, receiverId, countedYear } = options;
  const { createStations, createDivisions, numbersMembers, opensEarlier } = options;
  const isNew = status === "UPLOADED";
  return {
    openedOn: openedOn ?? (isNew && kind === "GRIDS" ? startOfYear() : undefined),
    from: from ?? (isNew && kind === "MEMBERS" ? today() : undefined),
    stationId: stationId ?? undefined,
    receiverId: receiverId ?? undefined,
    countedYear: countedYear ?? undefined,
    createStations,
    createDivisions,
    numbersMembers,
    opensEarlier,
  };
}

export function inputOf(
  { id }: Pick<Run, "id">,
  assumptions: Assumptions,
  { names, blanks, leavesOut }: Said,
): Omit<CheckImportInput, "idempotencyKey"> {
  const { openedOn, from, stationId, receiverId, countedYear } = assumptions;
  const { createStations = false, createDivisions = false, numbersMembers = false, opensEarlier = false } = assumptions;
  return {
    id,
    openedOn: openedOn ?? null,
    from: from ?? null,
    stationId: stationId ?? null,
    receiverId: receiverId ?? null,
    countedYear: countedYear ?? null,
    createStations,
    createDivisions,
    numbersMembers,
    opensEarlier,
    blanks: [...blanks],
    leavesOut: [...leavesOut],
    names: names.map(({ written, means }) => ({ written, means: means ?? null })),
  };
}
