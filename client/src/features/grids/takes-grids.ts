import type { UnitFilter } from "@maple-bridge/schema/documents";

/** Where the viewer may lay grids. */
export const takesGrids: UnitFilter = { kinds: ["STATION"], openOnly: true, viewerMay: "CREATE_GRID" };
