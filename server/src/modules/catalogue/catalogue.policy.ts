import type { Policy } from "#kernel/command";

/** What seats answer for: the bureau's lines over the whole bureau, a station's own over that station. */
export const mayManageDutyLines: Policy = {
  action: "MANAGE_DUTY_LINES",
  roles: ["BUREAU_ADMINISTRATOR", "STATION_CHIEF"],
};
