import { isMaskedPhone, maskPhone } from "#kernel/phone";
import { keyOfName } from "#kernel/written";
import { gridFinder } from "./find-grid.ts";
import { requireUnit, type UnitFinder, unitFinder } from "./find-unit.ts";
import { groupBy } from "./group-by.ts";
import type { NameDecision } from "./import-options.ts";
import type { GroundAssignment, GroundGrid, GroundMember, GroundUnit, MemberGround } from "./ground.ts";
import { memberNumbers } from "./member-numbers.ts";
import type { MemberNames, MemberRow, MemberSeat } from "./member-rows.ts";
import { type Refuse, refusals, type RowFault } from "./refusals.ts";
import { type NewAssignment, type OpenedGrid, type SeatBook, seatBook, takeSeats } from "./seat-plan.rules.ts";

export interface MemberDefaults {
  /** For seats that give no day. */
  from?: string;
  /** For members who name no unit. */
  stationId?: string;
  numbersMembers?: boolean;
  opensEarlier?: boolean;
  blanks?: readonly string[];
  names?: readonly NameDecision[];
}

type Facts = Pick<GroundMember, "badge" | "name" | "kind" | "unitId" | "phone">;

export interface ChangedMember {
  before: GroundMember;
  change: Partial<Facts>;
}

export interface MemberPlan {
  created: (Facts & { id: string })[];
  changed: ChangedMember[];
  unchanged: number;
  /** How many of the created ones are given a number for a badge. */
  numbered: number;
  opened: OpenedGrid[];
  assignments: NewAssignment[];
  assignmentsUnchanged: number;
  /** What the rows bear on, by id. */
  bearsOn: { grids: Set<string>; members: Set<string> };
  faults: RowFault[];
}

interface Work {
  ground: MemberGround;
  defaults: MemberDefaults;
  findUnit: UnitFinder;
  findGrid: ReturnType<typeof gridFinder>;
  /** Members of a station by name: those who left before today are none of them. */
  byName: Map<string, GroundMember[]>;
  stationOf: (unitId: string | undefined) => string | undefined;
  numbers: ReturnType<typeof memberNumbers>;
  grids: Map<string, GroundGrid>;
  book: SeatBook;
  held: Map<string, GroundAssignment[]>;
}

/** What the rows would write on this ground; `faults` speak of the rest, and of what `refused` rows name in vain. */
export function planMembers(
  rows: readonly MemberRow[],
  ground: MemberGround,
  defaults: MemberDefaults,
  newId: () => string,
  refused: readonly MemberNames[] = [],
): MemberPlan {
  const { faults, at } = refusals();
  const work = workOn(rows, ground, defaults, newId);
  const { book } = work;
  const known = new Map(ground.members.map((member) => [member.badge, member]));
  const created: MemberPlan["created"] = [];
  const changed: ChangedMember[] = [];
  const bearsOn: MemberPlan["bearsOn"] = { grids: new Set(), members: new Set() };
  let [unchanged, numbered] = [0, 0];
  for (const written of rows) {
    const refuse = at(written.row);
    const unitNamed = written.unitName ? unitOfName(work, written.unitName, refuse) : undefined;
    const isUnitWrong = written.unitName !== undefined && unitNamed === undefined && !isUnitBlank(work);
    const stationId = work.stationOf(unitNamed ?? defaults.stationId);
    const row = { ...written, seats: seatsFound(work, written.seats, isUnitWrong ? null : stationId, at) };
    const unit = unitNamed ?? defaults.stationId ?? stationOfSeats(work, row.seats);
    const before = row.badge === undefined ? memberNamed(work, row, unit, refuse) : known.get(row.badge);
    if (before === "AMBIGUOUS") continue;
    if (isUnitWrong && row.badge === undefined) continue;
    const isNumbered = row.badge === undefined && !before && Boolean(defaults.numbersMembers);
    const badge = row.badge ?? before?.badge ?? (isNumbered ? work.numbers.next(row.kind) : undefined);
    if (badge === undefined) refuse("badge", "ROW_BADGE_MISSING");
    const unitId = isUnitWrong ? undefined : (unitNamed ?? unitWithout(before, unit, refuse));
    const facts = factsOf(work, { ...row, badge: badge ?? "", unitId }, before, refuse);
    const member = {
      ...row,
      badge: badge ?? "",
      id: before?.id ?? newId(),
      joinedOn: before?.joinedOn ?? null,
      leftOn: before?.leftOn ?? null,
    };
    takeSeats(book, member, at);
    if (before) bearsOn.members.add(before.id);
    for (const { gridCode } of row.seats) bearsOn.grids.add(work.grids.get(gridCode)?.id ?? "");
    if (!facts) continue;
    if (isNumbered) numbered++;
    const change = before && differing(before, facts);
    if (!change) created.push({ id: member.id, ...facts });
    else if (Object.keys(change).length > 0) changed.push({ before, change });
    else unchanged++;
  }
  for (const names of refused) lookUp(work, names, at(names.row));
  return {
    created,
    changed,
    unchanged,
    numbered,
    opened: [...book.opened.values()],
    assignments: book.created,
    assignmentsUnchanged: book.unchanged.length,
    bearsOn,
    faults,
  };
}

function workOn(rows: readonly MemberRow[], ground: MemberGround, defaults: MemberDefaults, newId: () => string): Work {
  const grids = new Map(ground.grids.map((grid) => [grid.code, grid]));
  const units = new Map(ground.units.map((unit) => [unit.id, unit]));
  const stationOf = stationFinder(units);
  const there = ground.members.filter(({ leftOn }) => leftOn === null || leftOn > ground.today);
  const badges = [...ground.members.map(({ badge }) => badge), ...rows.map(({ badge = "" }) => badge)];
  return {
    ground,
    defaults,
    findUnit: unitFinder(ground.units, ground.bureau.name, defaults.names),
    findGrid: gridFinder(ground.grids, ground.today),
    byName: groupBy(there, ({ name, unitId }) => nameKey(name, stationOf(unitId))),
    stationOf,
    numbers: memberNumbers(badges),
    grids,
    book: seatBook(ground, grids, defaults, newId),
    held: groupBy(ground.assignments, (assignment) => assignment.memberId),
  };
}

const nameKey = (name: string, stationId: string | undefined) => `${stationId ?? ""} ${keyOfName(name)}`;

/** The station that a unit is, or stands below. */
function stationFinder(units: Map<string, GroundUnit>) {
  return (unitId: string | undefined): string | undefined => {
    let unit = unitId === undefined ? undefined : units.get(unitId);
    while (unit && unit.kind !== "STATION") unit = unit.parentId === null ? undefined : units.get(unit.parentId);
    return unit?.id;
  };
}

/** Seats with their grids found: by code as they are, by name within the station that the row names. */
function seatsFound(
  work: Work,
  seats: MemberSeat[],
  /** Null where it is not known. */
  stationId: string | undefined | null,
  at: (row: number) => Refuse,
): MemberSeat[] {
  return seats.flatMap(({ isGridName, ...seat }) => {
    if (!isGridName) return [seat];
    if (stationId === null) return [];
    const grid = gridNamed(work, seat.gridCode, stationId, at(seat.row));
    return grid ? [{ ...seat, gridCode: grid.code }] : [];
  });
}

const gridNamed = ({ findGrid, findUnit }: Work, written: string, stationId: string | undefined, refuse: Refuse) =>
  findGrid(findUnit.decided(written) ?? written, stationId, refuse, "gridName");

const stationOfSeats = ({ grids }: Work, seats: MemberSeat[]) =>
  seats.map(({ gridCode }) => grids.get(gridCode)?.stationId).find(Boolean);

/** Who has no badge in the file and is there by a name that is one member's of the station. */
function memberNamed({ byName, stationOf }: Work, row: MemberRow, unitId: string | undefined, refuse: Refuse) {
  const named = (byName.get(nameKey(row.name, stationOf(unitId))) ?? []).filter(({ kind }) => kind === row.kind);
  if (named.length > 1) refuse("badge", "ROW_MEMBER_AMBIGUOUS");
  return named.length > 1 ? "AMBIGUOUS" : named[0];
}

function lookUp(work: Work, { unitName, nameAlone, gridCodes, gridNames }: MemberNames, refuse: Refuse) {
  const unitId = unitName ? unitOfName(work, unitName, refuse) : undefined;
  const isThere = nameAlone === undefined || work.byName.has(nameKey(nameAlone, work.stationOf(unitId)));
  if (!isThere && !work.defaults.numbersMembers) refuse("badge", "ROW_BADGE_MISSING");
  for (const gridCode of gridCodes) if (!work.grids.has(gridCode)) refuse("gridCode", "ROW_UNKNOWN_GRID", { gridCode });
  for (const gridName of gridNames) gridNamed(work, gridName, work.stationOf(unitId), refuse);
}

const isUnitBlank = ({ defaults }: Work) => defaults.blanks?.includes("unitName") ?? false;

function unitOfName(work: Work, name: string, refuse: Refuse): string | undefined {
  const { findUnit } = work;
  const found = findUnit.find([name], () => true);
  const [like] = found.unit || found.code ? [] : findUnit.like(name, () => true);
  if (like) {
    refuse("unitName", "ROW_UNKNOWN_UNIT_LIKE", { like });
    // It is likely the one that is meant: what else is wrong is told by it, all at once.
    return findUnit.find([like], () => true).unit?.id;
  }
  if (!found.unit && !found.code && isUnitBlank(work)) return undefined;
  return requireUnit(found, refuse, "unitName", "ROW_UNKNOWN_UNIT");
}

const unitWithout = (before: GroundMember | undefined, unit: string | undefined, refuse: Refuse) =>
  before?.unitId ?? unit ?? refuse("unitName", "REQUIRED");

type Placed = MemberRow & { badge: string; unitId: string | undefined };

function factsOf(work: Work, row: Placed, before: GroundMember | undefined, refuse: Refuse): Facts | undefined {
  const { unitId } = row;
  if (before && before.name !== row.name) return refuse("badge", "ROW_BADGE_TAKEN", { name: before.name });
  if (before?.leftOn && before.leftOn <= work.ground.today)
    return refuse("badge", "ROW_MEMBER_LEFT", { leftOn: before.leftOn });
  if (before) refuseLostDuties(work, row, before, refuse);
  const phone = phoneOf(work, row, before);
  if (phone === undefined) return refuse("phone", "PHONE_FORMAT");
  return unitId ? { badge: row.badge, name: row.name, kind: row.kind, unitId, phone } : undefined;
}

/** What a list of ours shows of a number stands for the number that the member has; nothing where it is not that of the member. */
function phoneOf({ defaults }: Work, { phone }: MemberRow, before: GroundMember | undefined) {
  const known = before?.phone ?? null;
  if (phone === undefined || !isMaskedPhone(phone)) return phone ?? known;
  const isTheSame = known !== null && maskPhone(known) === phone;
  return isTheSame || defaults.blanks?.includes("phone") ? known : undefined;
}

/** Who changes kind must still be allowed the seats held. */
function refuseLostDuties({ held, book }: Work, row: MemberRow, before: GroundMember, refuse: Refuse) {
  if (before.kind === row.kind) return;
  const lost = held.get(before.id)?.find(({ duty }) => !book.mayHold(duty, row.kind));
  if (lost) refuse("kind", "ROW_KIND_HOLDS_DUTY", { kind: row.kind, duty: lost.duty });
}

function differing(before: GroundMember, facts: Facts): Partial<Facts> {
  return Object.fromEntries(Object.entries(facts).filter(([key, value]) => before[key as keyof Facts] !== value));
}
