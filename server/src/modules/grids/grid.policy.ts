import type { Policy } from "#kernel/command";

export const mayUpdateGrid: Policy = { action: "UPDATE_GRID", roles: ["BUREAU_ADMINISTRATOR"] };
export const mayMoveGrid: Policy = { action: "MOVE_GRID", roles: ["BUREAU_ADMINISTRATOR"] };
export const mayCloseGrid: Policy = { action: "CLOSE_GRID", roles: ["BUREAU_ADMINISTRATOR"] };
export const mayReopenGrid: Policy = { action: "REOPEN_GRID", roles: ["BUREAU_ADMINISTRATOR"] };
/** Who decides who holds the seats of a station's grids. */
export const mayAssignMembers: Policy = { action: "ASSIGN_MEMBERS", roles: ["BUREAU_ADMINISTRATOR", "STATION_CHIEF"] };
