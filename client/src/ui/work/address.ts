import type { AddressInput, Duty, OrderKind } from "@maple-bridge/schema/documents";

export const places = ["seat", "member", "unit", "partner"] as const;
export type Place = (typeof places)[number];

/** Where an order of a kind may go; a task goes to anybody of the bureau's own. */
export const placesOf: Readonly<Record<OrderKind | "TASK", readonly Place[]>> = {
  INCIDENT: ["seat", "member", "unit"],
  CASE: ["unit"],
  COMMUNITY: ["seat"],
  LINKAGE: ["partner"],
  SUPERVISION: [],
  TASK: ["seat", "member", "unit"],
};

/** What the fields of an address give. */
export interface AddressValues {
  place?: Place;
  gridId?: string;
  duty?: Duty;
  memberId?: string;
  unitId?: string;
}

/** The address that they name. */
export function addressOf({ place, gridId, duty, memberId, unitId }: AddressValues): AddressInput {
  if (place === "member") return { memberId };
  return place === "seat" ? { gridId, duty } : { unitId };
}
