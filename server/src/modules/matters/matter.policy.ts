import type { Policy } from "#kernel/command";

/** Whoever works for a station registers what comes in, for an absent colleague too. */
export const mayRegisterMatters: Policy = {
  action: "REGISTER_MATTER",
  roles: ["BUREAU_ADMINISTRATOR", "STATION_CHIEF", "DISPATCHER", "MEMBER"],
};

/** What matters are counted by; held over the whole bureau. */
export const mayManageMatterCategories: Policy = {
  action: "MANAGE_MATTER_CATEGORIES",
  roles: ["BUREAU_ADMINISTRATOR"],
};

/** Who commands a station decides on its matters. */
export const mayHandleMatters: Policy = {
  action: "HANDLE_MATTERS",
  roles: ["BUREAU_ADMINISTRATOR", "STATION_CHIEF", "DISPATCHER"],
};

/** Besides the chief only the grid's mediator does. */
export const mayOpenContacts: Policy = { action: "OPEN_SEALED_CONTACT", roles: ["STATION_CHIEF"] };
