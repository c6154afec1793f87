import { registerEnumType } from "type-graphql";

export const AssignmentState = {
  PLANNED: "PLANNED",
  CURRENT: "CURRENT",
  ENDED: "ENDED",
  CANCELLED: "CANCELLED",
} as const;
export type AssignmentState = keyof typeof AssignmentState;
registerEnumType(AssignmentState, {
  name: "AssignmentState",
  description: "Where an assignment stands now; CANCELLED was taken back as a whole and never counts.",
});

export const CoverageGrouping = {
  TOTAL: "TOTAL",
  STATION: "STATION",
  DUTY: "DUTY",
  STATION_DUTY: "STATION_DUTY",
  GRID_KIND: "GRID_KIND",
  TOWNSHIP: "TOWNSHIP",
} as const;
export type CoverageGrouping = keyof typeof CoverageGrouping;
registerEnumType(CoverageGrouping, {
  name: "CoverageGrouping",
  description:
    "What coverage is counted for: all grids together, each station, each duty, each duty of each station, each kind of grid, or each township and the grids in none.",
});

export const StaffingPreset = {
  ONE_OFFICER_TWO_MEMBERS: "ONE_OFFICER_TWO_MEMBERS",
  ONE_AREA_TWO_AUXILIARIES: "ONE_AREA_TWO_AUXILIARIES",
  ONE_GRID_ONE_OFFICER: "ONE_GRID_ONE_OFFICER",
} as const;
export type StaffingPreset = keyof typeof StaffingPreset;
registerEnumType(StaffingPreset, {
  name: "StaffingPreset",
  description:
    "Standards known by name: 一警两员 (an officer and a stationed auxiliary, with mediator and security director), 一区一警两辅警 (an officer and two auxiliaries), 一格一警 (an officer, and grid workers).",
});
