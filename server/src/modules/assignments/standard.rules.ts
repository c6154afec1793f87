import { dayOf } from "#kernel/day";
import type { FieldFault } from "#kernel/errors";
import type { Duty } from "#modules/grids";
import { farthestYears, isFar } from "./assignment.rules.ts";
import type { Period } from "./period.rules.ts";

interface Asked {
  duty: Duty;
  atLeast: number;
  atMost: number | null;
}

type HowMany = Pick<Asked, "atLeast" | "atMost">;

const most = 50;

export function faultsOfStandard({ duty, atLeast, atMost }: Asked, from: Date, now: Date): FieldFault[] {
  const range = (field: string, value: number, least: number): FieldFault[] =>
    value < least || value > most ? [{ path: ["input", field], code: "OUT_OF_RANGE", params: { least, most } }] : [];
  const isOutOfOrder = atMost !== null && atMost < atLeast;
  return [
    ...range("atLeast", atLeast, 0),
    ...(atMost === null ? [] : range("atMost", atMost, 1)),
    ...(isOutOfOrder ? [{ path: ["input", "atMost"], code: "STANDARD_ORDER" }] : []),
    ...(duty === "RESPONSIBLE_OFFICER" && atLeast > 1
      ? [{ path: ["input", "atLeast"], code: "STANDARD_ONE_OFFICER" }]
      : []),
    ...(isFar(from, now)
      ? [{ path: ["input", "from"], code: "PERIOD_TOO_FAR", params: { years: farthestYears } }]
      : []),
  ];
}

/** Of the standards for one post: the one in force at `from`, and the first to begin later. */
export function around<S extends Period>(standards: readonly S[], from: Date): { current?: S; next?: S } {
  const later = standards.filter((each) => each.from > from).sort((a, b) => a.from.getTime() - b.from.getTime());
  return {
    current: standards.find((each) => each.from <= from && (each.to === null || each.to > from)),
    next: later[0],
  };
}

/** Whether a post asks for just what it is asked to ask for. */
export const isSameDemand = (a: HowMany | undefined, b: HowMany | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.atLeast === b.atLeast && a.atMost === b.atMost);

/** A standard cannot be slipped in before one that has begun: coverage would not be what was asked for. */
export const collisionsOfStandard = (next: Period | undefined, now: Date): FieldFault[] =>
  next && next.from <= now
    ? [{ path: ["input", "from"], code: "STANDARD_SUPERSEDED", params: { on: dayOf(next.from) } }]
    : [];
