import type { FieldFault } from "#kernel/errors";
import type { Addressed, OrderKind } from "#modules/work";

type Where = "seat" | "member" | "unit" | "partner";

const takes: Readonly<Record<Exclude<OrderKind, "SUPERVISION">, readonly Where[]>> = {
  INCIDENT: ["seat", "member", "unit"],
  CASE: ["unit"],
  COMMUNITY: ["seat"],
  LINKAGE: ["partner"],
};

const whereOf = ({ duty, memberId, unitKind }: Addressed): Where =>
  duty !== null ? "seat" : memberId !== null ? "member" : unitKind === "PARTNER" ? "partner" : "unit";

/** What keeps an order of the kind from going there. */
export function addressFaults(kind: OrderKind, to: Addressed, path: FieldFault["path"]): FieldFault[] {
  if (kind === "SUPERVISION") return [{ path: ["input", "orderKind"], code: "ORDER_SUPERVISES_WORK" }];
  return takes[kind].includes(whereOf(to)) ? [] : [{ path, code: `ORDER_ADDRESS_${kind}` }];
}

export const rangeFaults = (
  path: FieldFault["path"],
  value: number | null | undefined,
  least: number,
  most: number,
): FieldFault[] =>
  value !== null && value !== undefined && (value < least || value > most)
    ? [{ path, code: "OUT_OF_RANGE", params: { least, most } }]
    : [];
