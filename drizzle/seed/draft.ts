import type { PgTable } from "drizzle-orm/pg-core";
import type { duties } from "../tables/assignments.ts";
import type { roles } from "../tables/accounts.ts";
import type { unitKinds } from "../tables/organisation.ts";
import type * as tables from "../tables/index.ts";
import { addDays, startOf } from "./days.ts";
import { inventPeople, type MemberKind, type People, type Person } from "./people.ts";
import { randomFrom, type Random } from "./random.ts";

type Row<T extends PgTable> = Omit<T["$inferInsert"], "bureauId">;

export type Duty = (typeof duties)[number];
export type Role = (typeof roles)[number];
export type UnitKind = (typeof unitKinds)[number];
export type Unit = Row<typeof tables.units>;
type Facts = Omit<Row<typeof tables.gridFacts>, "gridId" | "startsOn" | "endsOn" | "reason">;
/** With what it is today. */
export type Grid = Row<typeof tables.grids> & Facts;
/** With the unit of today. */
export type Member = Row<typeof tables.members> & { unitId: string };

export interface DemoAccount {
  name: string;
  role: Role;
  displayName: string;
}

export interface Means {
  newId(): string;
  initialsOf(name: string): string;
  now: Date;
}

/** All rows of one bureau, before they are written. */
export interface Draft extends Means {
  bureauId: string;
  code: string;
  name: string;
  random: Random;
  people: People;
  root: Unit;
  units: Unit[];
  divisions: Row<typeof tables.divisions>[];
  members: Member[];
  grids: Grid[];
  assignments: Row<typeof tables.assignments>[];
  absences: Row<typeof tables.absences>[];
  standards: Row<typeof tables.staffingStandards>[];
  accounts: (DemoAccount & { unitId: string })[];
}

export function newDraft(
  means: Means,
  bureau: { code: string; name: string; officerBlock: string; phoneBlock: number },
): Draft {
  const random = randomFrom(Number(bureau.code));
  const root: Unit = {
    id: means.newId(),
    kind: "BUREAU",
    name: bureau.name,
    code: bureau.code,
    level: 0,
    openedOn: "2020-01-01",
  };
  return {
    ...means,
    bureauId: means.newId(),
    code: bureau.code,
    name: bureau.name,
    random,
    people: inventPeople(random, bureau.officerBlock, bureau.phoneBlock),
    root,
    units: [root],
    divisions: [],
    members: [],
    grids: [],
    assignments: [],
    absences: [],
    standards: [],
    accounts: [],
  };
}

const levels: Record<UnitKind, number> = {
  BUREAU: 0,
  STATION: 1,
  COMMAND_ROOM: 1,
  DESK: 1,
  TEAM: 1,
  ZONE: 1,
  PARTNER: 1,
  POLICE_ROOM: 2,
  WORKSTATION: 3,
};

export function addUnit(draft: Draft, parent: Unit, kind: UnitKind, name: string, more: Partial<Unit> = {}): Unit {
  const position = draft.units.filter((unit) => unit.parentId === parent.id).length;
  const unit = {
    id: draft.newId(),
    parentId: parent.id,
    kind,
    name,
    level: levels[kind],
    position,
    openedOn: "2024-01-01",
    ...more,
  };
  draft.units.push(unit);
  return unit;
}

export function addMember(draft: Draft, unit: Unit, kindOrPerson: MemberKind | Person): Member {
  const person = typeof kindOrPerson === "string" ? draft.people.next(kindOrPerson) : kindOrPerson;
  const member: Member = { ...person, id: draft.newId(), unitId: unit.id, nameInitials: draft.initialsOf(person.name) };
  draft.members.push(member);
  return member;
}

export function addGrid(draft: Draft, grid: Omit<Grid, "id" | "nameInitials" | "openedOn">): Grid {
  const row: Grid = { ...grid, id: draft.newId(), nameInitials: draft.initialsOf(grid.name), openedOn: "2024-01-01" };
  draft.grids.push(row);
  return row;
}

export interface Tenure {
  from: string;
  to?: string;
  reason?: string;
  endReason?: string;
  concurrentPost?: string;
}

/** A member holds a duty from the start of one day to the start of another. */
export function assign(draft: Draft, grid: Grid, duty: Duty, member: Member, tenure: Tenure): void {
  const { from, to, ...words } = tenure;
  const endsAt = to ? startOf(to) : null;
  draft.assignments.push({
    id: draft.newId(),
    gridId: grid.id,
    memberId: member.id,
    duty,
    startsAt: startOf(from),
    endsAt,
    ...words,
  });
}

export function addAccount(draft: Draft, name: string, role: Role, unit: Unit): void {
  draft.accounts.push({ name, role, displayName: draft.people.nextName(), unitId: unit.id });
}

/** Everybody joined some time before the first seat; who never held one joined by 2026. */
export function setJoiningDays(draft: Draft): void {
  const firsts = new Map<string, string>();
  for (const { memberId, startsAt } of draft.assignments) {
    const known = firsts.get(memberId);
    if (!known || startsAt < known) firsts.set(memberId, startsAt);
  }
  for (const member of draft.members) {
    const first = firsts.get(member.id)?.slice(0, 10) ?? "2026-06-01";
    member.joinedOn ??= addDays(first, -draft.random.int(5, 2500));
  }
}
