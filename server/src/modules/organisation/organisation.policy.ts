import type { Policy } from "#kernel/command";

/** Units, their closing and moving; held over the whole bureau. */
export const mayManageUnits: Policy = { action: "MANAGE_UNITS", roles: ["BUREAU_ADMINISTRATOR"] };

/** Divisions of the national codes; held over the whole bureau. */
export const mayManageDivisions: Policy = { action: "MANAGE_DIVISIONS", roles: ["BUREAU_ADMINISTRATOR"] };

/** Views of lists that others may use too, over the unit that they are for. Here, so that units can be sought by who may. */
export const mayShareListViews: Policy = {
  action: "SHARE_LIST_VIEWS",
  roles: ["BUREAU_ADMINISTRATOR", "STATION_CHIEF", "DISPATCHER"],
};

/** Members of a unit: who they are and when they came and left. Here, so that a bureau can say who may add them. */
export const mayManageMembers: Policy = { action: "MANAGE_MEMBERS", roles: ["BUREAU_ADMINISTRATOR"] };

/** Grids of the bureau. Here, so that a bureau can say who may add them. */
export const mayCreateGrids: Policy = { action: "CREATE_GRID", roles: ["BUREAU_ADMINISTRATOR"] };
