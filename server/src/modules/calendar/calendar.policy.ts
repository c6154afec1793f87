import type { Policy } from "#kernel/command";

/** The calendar by which working time is reckoned; held over the whole bureau. */
export const mayManageCalendar: Policy = { action: "MANAGE_CALENDAR", roles: ["BUREAU_ADMINISTRATOR"] };
