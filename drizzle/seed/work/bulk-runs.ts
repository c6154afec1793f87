import type { Draft, Duty, Grid } from "../draft.ts";
import { gridOn } from "../past/changes.ts";
import type { ChecklistRows } from "./checklist-rows.ts";
import type { Actor, Ledger } from "./ledger.ts";
import { newId } from "./step.ts";

/** A step of a run, by an account that answers for it or commands. */
export interface BulkStep {
  at: Date;
  eventId: string;
  accountId: string;
  name: string;
  memberId: string | null;
  onBehalfOfId: string | null;
  /** Who answered then. */
  answeredById: string | null;
}

/**
 * A run of thousands: what differs from one to the next, and nothing else. The statement that writes them makes item, events, clock,
 * report and answers of it, in the shape that steps give them.
 */
export interface BulkRun {
  id: string;
  number: string;
  stationId: string;
  gridId: string;
  memberId: null;
  level: number;
  on: string;
  madeAt: Date;
  eventId: string;
  clockId: string;
  answeredById: string | null;
  onBehalfOfId: string | null;
  submitted?: BulkStep & { reportId: string; answers: readonly { id: string; code: string }[] };
  closed?: BulkStep;
  missed?: Pick<BulkStep, "at" | "eventId" | "answeredById" | "onBehalfOfId">;
}

/** The runs of one checklist that one duty owes. */
export interface BulkRuns {
  checklist: ChecklistRows;
  duty: Duty;
  runs: readonly BulkRun[];
}

interface Place {
  grid: Grid;
  stationId: string;
  level: number;
}

/** The villages and communities by the stations that they were of on the day, in the order of their codes. */
export function placesOn(draft: Draft, on: string): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const grid of draft.grids.toSorted((one, other) => (one.code < other.code ? -1 : 1))) {
    if (grid.openedOn > on || (grid.closedOn && grid.closedOn <= on)) continue;
    const { kind, stationId, level = 3 } = gridOn(draft, grid, on);
    if (kind !== "VILLAGE" && kind !== "COMMUNITY") continue;
    const ofStation = places.get(stationId);
    const place = { grid, stationId, level };
    if (ofStation) ofStation.push(place);
    else places.set(stationId, [place]);
  }
  return places;
}

export function openBulkRun(
  ledger: Ledger,
  { of }: ChecklistRows,
  { on, at, place, duty, index }: { on: string; at: Date; place: Place; duty: Duty; index: number },
): BulkRun {
  const seat = { gridId: place.grid.id, memberId: null };
  return {
    ...{ id: newId(ledger, at), eventId: newId(ledger, at), clockId: newId(ledger, at), madeAt: at, on },
    number: `${of.code}-${on.replaceAll("-", "")}-${String(index + 1).padStart(4, "0")}`,
    ...{ ...seat, stationId: place.stationId, level: place.level },
    ...answeringAt(ledger, { ...seat, duty }, at),
  };
}

export const stepOf = (
  ledger: Ledger,
  at: Date,
  { accountId, name, memberId }: Actor,
  then: Pick<BulkStep, "answeredById" | "onBehalfOfId">,
): BulkStep => ({ at, eventId: newId(ledger, at), accountId, name, memberId, ...then });

export function answeringAt(
  { answering }: Ledger,
  seat: Parameters<Ledger["answering"]["of"]>[0],
  at: Date,
): Pick<BulkStep, "answeredById" | "onBehalfOfId"> {
  const first = answering.of(seat, at).find(({ memberId }) => memberId !== null);
  const isStandIn = first !== undefined && first.holderId !== first.memberId;
  return { answeredById: first?.memberId ?? null, onBehalfOfId: isStandIn ? first.holderId : null };
}
