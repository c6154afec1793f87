import type { Policy } from "#kernel/command";

/** Who draws up checklists: the bureau's over all of it, a station's over the station. */
export const mayManageChecklists: Policy = {
  action: "MANAGE_CHECKLISTS",
  roles: ["BUREAU_ADMINISTRATOR", "STATION_CHIEF"],
};
