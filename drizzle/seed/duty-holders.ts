import type { Duty } from "./draft.ts";
import type { MemberKind } from "./people.ts";

export const usualHolders: Record<Duty, readonly MemberKind[]> = {
  RESPONSIBLE_OFFICER: ["OFFICER"],
  AUXILIARY: ["AUXILIARY"],
  MEDIATOR: ["MEDIATOR", "LAWYER", "VOLUNTEER"],
  SECURITY_DIRECTOR: ["SECURITY_DIRECTOR"],
  GRID_WORKER: ["GRID_WORKER", "AUXILIARY"],
};
