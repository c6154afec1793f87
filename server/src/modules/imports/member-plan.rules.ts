import { requireUnit, type UnitFinder, unitFinder } from "./find-unit.ts";
import { groupBy } from "./group-by.ts";
import type { NameDecision } from "./import-options.ts";
import type { GroundAssignment, GroundGrid, GroundMember, MemberGround } from "./ground.ts";
import type { MemberNames, MemberRow } from "./member-rows.ts";
import { type Refuse, refusals, type RowFault } from "./refusals.ts";
import { type NewAssignment, type SeatBook, seatBook, takeSeats } from "./seat-plan.rules.ts";

export interface MemberDefaults {
  /** For seats that give no day. */
  from?: string;
  /** For members who name no unit. */
  stationId?: string;
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
  assignments: NewAssignment[];
  assignmentsUnchanged: number;
  faults: RowFault[];
}

interface Work {
  ground: MemberGround;
  defaults: MemberDefaults;
  findUnit: UnitFinder;
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
  const grids = new Map(ground.grids.map((grid) => [grid.code, grid]));
  const book = seatBook(ground, grids, defaults.from, newId);
  const held = groupBy(ground.assignments, (assignment) => assignment.memberId);
  const work: Work = {
    ground,
    defaults,
    findUnit: unitFinder(ground.units, ground.bureau.name, defaults.names),
    grids,
    book,
    held,
  };
  const known = new Map(ground.members.map((member) => [member.badge, member]));
  const created: MemberPlan["created"] = [];
  const changed: ChangedMember[] = [];
  let unchanged = 0;
  for (const row of rows) {
    const before = known.get(row.badge);
    const facts = factsOf(work, row, before, at(row.row));
    const member = {
      id: before?.id ?? newId(),
      joinedOn: before?.joinedOn ?? null,
      leftOn: before?.leftOn ?? null,
      ...row,
    };
    takeSeats(book, member, at);
    if (!facts) continue;
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
    assignments: book.created,
    assignmentsUnchanged: book.unchanged.length,
    faults,
  };
}

function lookUp({ findUnit, grids }: Work, { unitName, gridCodes }: MemberNames, refuse: Refuse) {
  if (unitName) unitNamed(findUnit, unitName, refuse);
  for (const gridCode of gridCodes) if (!grids.has(gridCode)) refuse("gridCode", "ROW_UNKNOWN_GRID", { gridCode });
}

function unitNamed(findUnit: UnitFinder, name: string, refuse: Refuse): string | undefined {
  const found = findUnit.find([name], () => true);
  const [like] = found.unit || found.code ? [] : findUnit.like(name, () => true);
  return like
    ? refuse("unitName", "ROW_UNKNOWN_UNIT_LIKE", { like })
    : requireUnit(found, refuse, "unitName", "ROW_UNKNOWN_UNIT");
}

function factsOf(work: Work, row: MemberRow, before: GroundMember | undefined, refuse: Refuse): Facts | undefined {
  const unitId = unitOf(work, row, before, refuse);
  if (before && before.name !== row.name) return refuse("badge", "ROW_BADGE_TAKEN", { name: before.name });
  if (before?.leftOn && before.leftOn <= work.ground.today)
    return refuse("badge", "ROW_MEMBER_LEFT", { leftOn: before.leftOn });
  if (before) refuseLostDuties(work, row, before, refuse);
  return unitId
    ? { badge: row.badge, name: row.name, kind: row.kind, unitId, phone: row.phone ?? before?.phone ?? null }
    : undefined;
}

function unitOf(
  { findUnit, defaults, grids }: Work,
  row: MemberRow,
  before: GroundMember | undefined,
  refuse: Refuse,
): string | undefined {
  if (row.unitName) return unitNamed(findUnit, row.unitName, refuse);
  const station = row.seats.map((seat) => grids.get(seat.gridCode)?.stationId).find(Boolean);
  return before?.unitId ?? defaults.stationId ?? station ?? refuse("unitName", "REQUIRED");
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
