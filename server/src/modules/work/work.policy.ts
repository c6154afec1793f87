import type { Policy } from "#kernel/command";

/** Who issues work over a station, assesses it and watches over it. */
export const mayIssueWork: Policy = {
  action: "ISSUE_WORK",
  roles: ["BUREAU_ADMINISTRATOR", "STATION_CHIEF", "DISPATCHER"],
};

/** Who answers for a station's work as a whole. */
export const mayLeadWork: Policy = { action: "LEAD_WORK", roles: ["BUREAU_ADMINISTRATOR", "STATION_CHIEF"] };

export const maySetDeadlines: Policy = { action: "SET_DEADLINE_RULE", roles: ["BUREAU_ADMINISTRATOR"] };
