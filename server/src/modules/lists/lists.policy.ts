import type { Policy } from "#kernel/command";

/** What the three lists are called: the bureau's over the whole bureau, a station's over that station. */
export const mayManageListSchemes: Policy = {
  action: "MANAGE_LIST_SCHEMES",
  roles: ["BUREAU_ADMINISTRATOR", "STATION_CHIEF"],
};

/** Who reviews the weeks of a station's members, but for their own; those of chiefs only the bureau does. */
export const mayReviewWeeks: Policy = { action: "REVIEW_WEEKS", roles: ["BUREAU_ADMINISTRATOR", "STATION_CHIEF"] };

/** Held over the whole bureau. */
export const mayReopenWeeks: Policy = { action: "REOPEN_WEEK", roles: ["BUREAU_ADMINISTRATOR"] };
