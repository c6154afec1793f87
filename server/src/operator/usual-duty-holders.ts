/** Which kinds of member may hold a duty, in a new bureau; an administrator may change it. */
export const usualDutyHolders = {
  RESPONSIBLE_OFFICER: ["OFFICER"],
  AUXILIARY: ["AUXILIARY"],
  MEDIATOR: ["MEDIATOR", "LAWYER", "VOLUNTEER"],
  SECURITY_DIRECTOR: ["SECURITY_DIRECTOR"],
  GRID_WORKER: ["GRID_WORKER", "AUXILIARY"],
} as const;
