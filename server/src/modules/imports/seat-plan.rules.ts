import { dayOf, startOfDay } from "#kernel/day";
import { groupBy } from "./group-by.ts";
import type { GroundGrid, GroundStandard, MemberGround, Period } from "./ground.ts";
import type { MemberSeat } from "./member-rows.ts";
import type { Refuse } from "./refusals.ts";
import type { Duty, MemberKind } from "./words.ts";

export interface NewAssignment {
  id: string;
  gridId: string;
  memberId: string;
  duty: Duty;
  startsAt: string;
  endsAt: string | null;
  concurrentPost: string | null;
  /** For those who read of it later. */
  named: { grid: string; member: string; badge: string };
}

/** Who holds a duty at a grid: already, or by a row of the file. */
interface Holding extends Period {
  memberId: string;
  name: string;
  badge: string;
  row?: number;
}

export interface SeatBook {
  today: string;
  grids: Map<string, GroundGrid>;
  mayHold(duty: Duty, kind: MemberKind): boolean;
  holdings: Map<string, Holding[]>;
  standards: Map<string, GroundStandard[]>;
  from: string | undefined;
  /** Grids open on the first day on which somebody is seated there. */
  opensEarlier: boolean;
  /** A day that lies too far back is as none. */
  forgetsTooFar: boolean;
  opened: Map<string, OpenedGrid>;
  newId: () => string;
  created: NewAssignment[];
  unchanged: MemberSeat[];
}

/** A grid whose opening is brought forward. */
export interface OpenedGrid {
  id: string;
  version: number;
  openedOn: string;
  before: string;
}

interface SeatedMember {
  id: string;
  name: string;
  badge: string;
  kind: MemberKind;
  joinedOn: string | null;
  leftOn: string | null;
  seats: MemberSeat[];
}

const mostYears = 10;
const seatKey = (gridId: string, duty: Duty) => `${gridId} ${duty}`;
const standardKey = ({ kind, complexity }: GroundGrid, duty: Duty) => `${kind} ${complexity} ${duty}`;

export function seatBook(
  ground: MemberGround,
  grids: SeatBook["grids"],
  { from, opensEarlier = false, blanks = [] }: { from?: string; opensEarlier?: boolean; blanks?: readonly string[] },
  newId: () => string,
): SeatBook {
  const members = new Map(ground.members.map((member) => [member.id, member]));
  const holdings = ground.assignments.map((held) => {
    const member = members.get(held.memberId);
    return { ...held, name: member?.name ?? "", badge: member?.badge ?? "" };
  });
  const allowed = new Set(ground.dutyHolders.map(({ duty, memberKind }) => `${duty} ${memberKind}`));
  return {
    today: ground.today,
    grids,
    mayHold: (duty, kind) => allowed.has(`${duty} ${kind}`),
    holdings: groupBy<Holding & { gridId: string; duty: Duty }, string>(holdings, (held) =>
      seatKey(held.gridId, held.duty),
    ),
    standards: groupBy(ground.standards, (standard) => `${standard.gridKind} ${standard.complexity} ${standard.duty}`),
    from,
    opensEarlier,
    forgetsTooFar: blanks.includes("from"),
    opened: new Map(),
    newId,
    created: [],
    unchanged: [],
  };
}

/** Books the seats that a member's rows name, each from its day on, until the day that ends it. */
export function takeSeats(book: SeatBook, member: SeatedMember, at: (row: number) => Refuse) {
  for (const seat of member.seats) takeSeat(book, member, seat, at(seat.row));
}

function takeSeat(book: SeatBook, member: SeatedMember, seat: MemberSeat, refuse: Refuse) {
  // Of a seat that has ended nobody but the file knows when it began.
  const isForgotten = book.forgetsTooFar && seat.from !== undefined && !seat.to && isTooFar(book, seat.from);
  const said = isForgotten ? undefined : seat.from;
  const from = said ?? (seat.to ? undefined : book.from) ?? refuse("from", "REQUIRED");
  const grid = book.grids.get(seat.gridCode) ?? refuse("gridCode", "ROW_UNKNOWN_GRID", { gridCode: seat.gridCode });
  if (!book.mayHold(seat.duty, member.kind))
    refuse("duty", "ROW_KIND_CANNOT_HOLD", { kind: member.kind, duty: seat.duty });
  if (from) refuseDay(book, member, from, seat.to, refuse);
  if (!grid || !from) return;
  if (seat.to && seat.to <= from) return void refuse("to", "ROW_ENDS_BEFORE_START", { from });
  refuseClosed(book, grid, from, seat.to, refuse);
  const key = seatKey(grid.id, seat.duty);
  const period: Period = { startsAt: startOfDay(from), endsAt: seat.to ? startOfDay(seat.to) : null };
  const holdings = book.holdings.get(key) ?? [];
  const own = holdings.find((held) => held.memberId === member.id && overlap(held, period));
  if (own && isSaid(own, period)) {
    book.unchanged.push(seat);
    return;
  }
  if (own) refuse("gridCode", "ROW_ALREADY_ON_SEAT", { gridCode: grid.code, duty: seat.duty, ...daysOf(own) });
  else if (seat.duty === "RESPONSIBLE_OFFICER") refuseSecondOfficer(grid, holdings, period, refuse);
  refuseBeyondMost(book, grid, seat.duty, holdings, period, refuse);
  book.holdings.set(key, [
    ...holdings,
    { memberId: member.id, name: member.name, badge: member.badge, row: seat.row, ...period },
  ]);
  const concurrentPost = seat.concurrentPost ?? null;
  const named = { grid: grid.name, member: member.name, badge: member.badge };
  book.created.push({
    id: book.newId(),
    gridId: grid.id,
    memberId: member.id,
    duty: seat.duty,
    ...period,
    concurrentPost,
    named,
  });
}

/** A seat is held already as the file says: since that day or before, and until the same. */
const isSaid = (own: Period, { startsAt, endsAt }: Period) =>
  own.endsAt === endsAt && (endsAt === null ? own.startsAt <= startsAt : own.startsAt === startsAt);

const yearsBetween = (day: string, today: string) => Math.abs(Number(day.slice(0, 4)) - Number(today.slice(0, 4)));
const isTooFar = ({ today }: SeatBook, day: string) => yearsBetween(day, today) > mostYears;

function refuseDay(
  book: SeatBook,
  { joinedOn, leftOn }: SeatedMember,
  from: string,
  to: string | undefined,
  refuse: Refuse,
) {
  const { today } = book;
  if (isTooFar(book, from)) refuse("from", "ROW_DAY_TOO_FAR", { most: mostYears });
  if (joinedOn && from < joinedOn) refuse("from", "ROW_MEMBER_JOINS_LATER", { joinedOn });
  if (leftOn && leftOn > today && (!to || to > leftOn)) refuse("badge", "ROW_MEMBER_LEFT", { leftOn });
}

function refuseClosed(book: SeatBook, grid: GroundGrid, from: string, to: string | undefined, refuse: Refuse) {
  const { opened, opensEarlier } = book;
  const isOver = grid.closedOn !== null && (!to || to > grid.closedOn);
  if (grid.closedOn && isOver) refuse("gridCode", "ROW_GRID_CLOSED", { grid: grid.name, closedOn: grid.closedOn });
  else if (from >= grid.openedOn || isTooFar(book, from)) return;
  else if (opensEarlier) {
    const { id, version, openedOn: before } = grid;
    const openedOn = [from, opened.get(id)?.openedOn ?? from].toSorted()[0]!;
    opened.set(id, { id, version, before, openedOn });
  } else refuse("gridCode", "ROW_GRID_OPENS_LATER", { grid: grid.name, openedOn: grid.openedOn, from });
}

function refuseSecondOfficer(grid: GroundGrid, holdings: Holding[], period: Period, refuse: Refuse) {
  const other = holdings.find((held) => overlap(held, period));
  if (other?.row !== undefined) refuse("gridCode", "ROW_TWO_OFFICERS", { gridCode: grid.code, otherRow: other.row });
  else if (other)
    refuse("gridCode", "ROW_SEAT_TAKEN", {
      gridCode: grid.code,
      member: other.name,
      badge: other.badge,
      ...daysOf(other),
    });
}

/** The number of holders can only grow at the start of a holding or fall short of a standard when that begins. */
function refuseBeyondMost(
  book: SeatBook,
  grid: GroundGrid,
  duty: Duty,
  holdings: Holding[],
  { startsAt, endsAt }: Period,
  refuse: Refuse,
) {
  const standards = book.standards.get(standardKey(grid, duty)) ?? [];
  const moments = [
    startsAt,
    ...[...holdings, ...standards]
      .map((each) => each.startsAt)
      .filter((moment) => moment > startsAt && (endsAt === null || moment < endsAt)),
  ];
  for (const moment of moments) {
    const most = standards.find((standard) => isInForce(standard, moment))?.atMost ?? null;
    const held = holdings.filter((holding) => isInForce(holding, moment)).length + 1;
    if (most !== null && held > most && duty !== "RESPONSIBLE_OFFICER")
      return refuse("gridCode", "ROW_SEATS_FULL", { gridCode: grid.code, duty, most });
  }
  return undefined;
}

const isInForce = ({ startsAt, endsAt }: Period, moment: string) =>
  startsAt <= moment && (endsAt === null || endsAt > moment);

/** What was taken back before it began overlaps nothing. */
const overlap = (one: Period, other: Period) =>
  (one.endsAt === null || (one.endsAt > other.startsAt && one.endsAt > one.startsAt)) &&
  (other.endsAt === null || other.endsAt > one.startsAt);

const daysOf = ({ startsAt, endsAt }: Period) => ({
  from: dayOf(new Date(startsAt)),
  to: endsAt ? dayOf(new Date(endsAt)) : "…",
});
