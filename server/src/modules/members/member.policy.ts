import type { Policy } from "#kernel/command";

/** Absences and who stands in, for the members of a unit. */
export const mayRecordAbsence: Policy = { action: "RECORD_ABSENCE", roles: ["BUREAU_ADMINISTRATOR", "STATION_CHIEF"] };

/** Telephone numbers of the members in reach; everyone sees their own. */
export const mayCallMembers: Policy = {
  action: "CALL_MEMBER",
  roles: ["BUREAU_ADMINISTRATOR", "STATION_CHIEF", "DISPATCHER"],
};
