import type { Policy } from "#kernel/command";

/** How many are drawn is the bureau's to say: a station that could would check itself less. */
export const maySetRecheckQuotas: Policy = { action: "SET_RECHECK_QUOTA", roles: ["BUREAU_ADMINISTRATOR"] };

/** By hand, over the station. */
export const mayDrawRechecks: Policy = { action: "DRAW_RECHECKS", roles: ["BUREAU_ADMINISTRATOR", "STATION_CHIEF"] };

/** Of whom checkers are drawn: who works at the station, and sees its work. */
export const rolesOfCheckers = ["MEMBER", "DISPATCHER", "STATION_CHIEF", "BUREAU_ADMINISTRATOR"] as const;
