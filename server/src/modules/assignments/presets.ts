import type { StaffingPreset } from "./assignment.enums.ts";
import type { Duty, GridKind } from "#modules/grids";

export interface Demand {
  duty: Duty;
  atLeast: number;
  atMost: number | null;
}

interface Preset {
  /** Where it is meant for. */
  gridKinds: readonly GridKind[];
  demands: readonly Demand[];
}

/** One officer stands for several grids; each grid has its own two members and auxiliary. */
export const presets: Record<StaffingPreset, Preset> = {
  ONE_OFFICER_TWO_MEMBERS: {
    gridKinds: ["VILLAGE", "COMMUNITY"],
    demands: [
      { duty: "RESPONSIBLE_OFFICER", atLeast: 1, atMost: 1 },
      { duty: "AUXILIARY", atLeast: 1, atMost: null },
      { duty: "MEDIATOR", atLeast: 1, atMost: null },
      { duty: "SECURITY_DIRECTOR", atLeast: 1, atMost: null },
    ],
  },
  ONE_AREA_TWO_AUXILIARIES: {
    gridKinds: ["COMMUNITY"],
    demands: [
      { duty: "RESPONSIBLE_OFFICER", atLeast: 1, atMost: 1 },
      { duty: "AUXILIARY", atLeast: 2, atMost: null },
    ],
  },
  ONE_GRID_ONE_OFFICER: {
    gridKinds: ["VILLAGE", "COMMUNITY"],
    demands: [
      { duty: "RESPONSIBLE_OFFICER", atLeast: 1, atMost: 1 },
      { duty: "GRID_WORKER", atLeast: 1, atMost: null },
    ],
  },
};
