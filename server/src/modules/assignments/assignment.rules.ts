import { dayOf, startOfDay } from "#kernel/day";
import type { FieldFault } from "#kernel/errors";
import { backdatingFaults } from "#kernel/reason";
import type { Complexity, Duty, GridKind } from "#modules/grids";
import type { MemberKind } from "#modules/members";
import { mostAtOnce, overlaps, type Period, overlapOf } from "./period.rules.ts";

/** An assignment that is asked for, and where in the input it stands. */
export interface Candidate extends Period {
  path: (string | number)[];
  gridId: string;
  duty: Duty;
  memberId: string;
  concurrentPost: string | null;
  reason: string | null;
  /** It is not for one more than the standard asks for. */
  onlyIfVacant: boolean;
}

export interface GridOnGround {
  id: string;
  stationId: string;
  name: string;
  openedOn: string;
  closedOn: string | null;
}

/** What kind a grid is over a time. */
export interface KindOfGrid extends Period {
  gridId: string;
  kind: GridKind;
  complexity: Complexity;
}

export interface MemberOnGround {
  id: string;
  name: string;
  badge: string;
  kind: keyof typeof MemberKind;
  joinedOn: string | null;
  leftOn: string | null;
  /** Off the strength over [startsOn, endsOn), and back since. */
  breaks: readonly { startsOn: string; endsOn: string }[];
}

export interface Held extends Period {
  gridId: string;
  duty: Duty;
  memberId: string;
  member: string;
  badge: string;
}

export interface Standard extends Period {
  gridKind: GridKind;
  complexity: Complexity;
  duty: Duty;
  atLeast: number;
  atMost: number | null;
}

/** What is there already and bears on the candidates. */
export interface Ground {
  grids: ReadonlyMap<string, GridOnGround>;
  kinds: readonly KindOfGrid[];
  members: ReadonlyMap<string, MemberOnGround>;
  held: readonly Held[];
  standards: readonly Standard[];
  kindsFor: ReadonlyMap<Duty, readonly string[]>;
}

export const farthestYears = 10;

/** What is wrong with a candidate's period by itself. */
export function faultsOfPeriod(
  { path, from, to, reason }: Pick<Candidate, "path" | "from" | "to" | "reason">,
  now: Date,
): FieldFault[] {
  const at = (field: string) => [...path, field];
  return [
    ...(isFar(from, now) ? [{ path: at("from"), code: "PERIOD_TOO_FAR", params: { years: farthestYears } }] : []),
    ...(to && to <= from ? [{ path: at("to"), code: "PERIOD_ENDS_BEFORE_START" }] : []),
    ...backdatingFaults(at("reason"), from, reason, now),
  ];
}

export const isFar = (at: Date, now: Date) =>
  Math.abs(at.getTime() - now.getTime()) > farthestYears * 366 * 24 * 3_600_000;

/** All that a candidate collides with, each fault naming it. */
export function collisionsOf(candidate: Candidate, ground: Ground): FieldFault[] {
  const grid = ground.grids.get(candidate.gridId)!;
  const member = ground.members.get(candidate.memberId)!;
  const sameDuty = ground.held.filter(
    (held) => held.gridId === grid.id && held.duty === candidate.duty && overlaps(held, candidate),
  );
  return [
    ...gridClosed(candidate, grid),
    ...memberUnfit(candidate, member, ground),
    ...seatTaken(candidate, grid, sameDuty, ground),
  ];
}

/** The collisions of all, each with those before it counted as assigned. */
export function collisionsOfAll(candidates: readonly Candidate[], ground: Ground): FieldFault[] {
  const held = [...ground.held];
  return candidates.flatMap((candidate) => {
    const faults = collisionsOf(candidate, { ...ground, held });
    const { name: member, badge } = ground.members.get(candidate.memberId)!;
    held.push({ ...candidate, member, badge });
    return faults;
  });
}

function gridClosed(candidate: Candidate, { name, openedOn, closedOn }: GridOnGround): FieldFault[] {
  const open = openPeriod(openedOn, closedOn);
  const lastsWithin =
    candidate.from >= open.from && (open.to === null || (candidate.to !== null && candidate.to <= open.to));
  const params = { grid: name, period: daysText(open) };
  return lastsWithin ? [] : [{ path: [...candidate.path, "gridId"], code: "GRID_NOT_OPEN", params }];
}

function memberUnfit(
  candidate: Candidate,
  { name, badge, kind, joinedOn, leftOn, breaks }: MemberOnGround,
  { kindsFor }: Ground,
): FieldFault[] {
  const path = [...candidate.path, "memberId"];
  const isTooEarly = joinedOn !== null && candidate.from < new Date(startOfDay(joinedOn));
  const left = leftOn === null ? null : new Date(startOfDay(leftOn));
  const hasLeft = left !== null && (candidate.to === null || candidate.to > left);
  const gap = breaks.find(({ startsOn, endsOn }) => overlaps(candidate, openPeriod(startsOn, endsOn)));
  const mayHold = kindsFor.get(candidate.duty)?.includes(kind) ?? false;
  return [
    ...(isTooEarly ? [{ path, code: "ASSIGNEE_JOINS_LATER", params: { member: name, badge, on: joinedOn } }] : []),
    ...(hasLeft ? [{ path, code: "ASSIGNEE_HAS_LEFT", params: { member: name, badge, on: leftOn! } }] : []),
    ...(gap
      ? [{ path, code: "ASSIGNEE_OFF_STRENGTH", params: { member: name, badge, from: gap.startsOn, to: gap.endsOn } }]
      : []),
    ...(mayHold
      ? []
      : [{ path, code: "DUTY_NOT_FOR_KIND", params: { member: name, badge, kind, duty: candidate.duty } }]),
  ];
}

function seatTaken(
  candidate: Candidate,
  grid: GridOnGround,
  held: readonly Held[],
  { standards, kinds }: Ground,
): FieldFault[] {
  const named = ({ member, badge, ...period }: Held) => ({ grid: grid.name, member, badge, period: daysText(period) });
  const own = held.find((each) => each.memberId === candidate.memberId);
  if (own) return [{ path: [...candidate.path, "memberId"], code: "ASSIGNEE_HOLDS_SEAT", params: named(own) }];
  const [officer] = held;
  if (candidate.duty === "RESPONSIBLE_OFFICER" && officer)
    return [{ path: [...candidate.path, "memberId"], code: "RESPONSIBLE_OFFICER_TAKEN", params: named(officer) }];
  const kindsOfGrid = kinds.filter(({ gridId }) => gridId === grid.id);
  const faults = standards.flatMap((standard) =>
    kindsOfGrid.flatMap((kind) =>
      [tooMany, filled].flatMap((faultsOf) => faultsOf(candidate, grid, kind, held, standard)),
    ),
  );
  return faults.slice(0, 1);
}

/** As many as the standard asks for hold the duty when the candidate would begin. */
function filled(
  candidate: Candidate,
  grid: GridOnGround,
  kind: KindOfGrid,
  held: readonly Held[],
  standard: Standard,
): FieldFault[] {
  if (!candidate.onlyIfVacant || !isFor(standard, kind, candidate)) return [];
  const at = candidate.from;
  const holders = held.filter((each) => lastsAt(each, at));
  if (!lastsAt(kind, at) || !lastsAt(standard, at) || holders.length < Math.max(standard.atLeast, 1)) return [];
  const params = { grid: grid.name, on: dayOf(at), holders: namesOf(holders) };
  return [{ path: [...candidate.path, "onlyIfVacant"], code: "SEAT_FILLED", params }];
}

const isFor = (standard: Standard, kind: KindOfGrid, { duty }: Candidate) =>
  standard.gridKind === kind.kind && standard.complexity === kind.complexity && standard.duty === duty;
const lastsAt = ({ from, to }: Period, at: Date) => from <= at && (to === null || to > at);
const namesOf = (holders: readonly Held[]) =>
  holders
    .slice(0, 5)
    .map(({ member, badge }) => `${member} ${badge}`)
    .join("、");

/** While the grid is of a kind that the standard is for. */
function tooMany(
  candidate: Candidate,
  grid: GridOnGround,
  kind: KindOfGrid,
  held: readonly Held[],
  standard: Standard,
): FieldFault[] {
  const inForce = isFor(standard, kind, candidate) && standard.atMost !== null ? overlapOf(kind, standard) : undefined;
  const window = inForce && overlapOf(candidate, inForce);
  if (!window || standard.atMost === null) return [];
  const { count, at } = mostAtOnce(held, window);
  if (count < standard.atMost) return [];
  const holders = namesOf(held.filter((each) => lastsAt(each, at)));
  const params = { grid: grid.name, atMost: standard.atMost, on: dayOf(at), holders };
  return [{ path: [...candidate.path, "duty"], code: "SEATS_ALL_TAKEN", params }];
}

export const openPeriod = (openedOn: string, closedOn: string | null): Period => ({
  from: new Date(startOfDay(openedOn)),
  to: closedOn === null ? null : new Date(startOfDay(closedOn)),
});

/** A period in words of any language: 2026-01-01 → 2026-07-01. */
export const daysText = ({ from, to }: Period) => `${dayOf(from)} →${to ? ` ${dayOf(to)}` : ""}`;
