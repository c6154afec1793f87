import type { PgTable } from "drizzle-orm/pg-core";
import type { TransactionSql } from "postgres";
import type { duties } from "../tables/assignments.ts";
import type { roles } from "../tables/accounts.ts";
import type { unitKinds } from "../tables/organisation.ts";
import type * as tables from "../tables/index.ts";
import { addDays, startOf } from "./days.ts";
import { usualHolders } from "./duty-holders.ts";
import type { Deed } from "./log/log.ts";
import type { Change } from "./past/periods.ts";
import { inventPeople, type MemberKind, type People, type Person } from "./people.ts";
import { randomFrom, type Random } from "./random.ts";
import type { ChecklistDraft } from "./work/checklist-rows.ts";
import type { CategoryDraft } from "./work/categories.ts";
import type { AskedDeadline } from "./work/deadlines.ts";
import type { Calendar, LedgerRules } from "./work/clock.ts";
import type { Ledger } from "./work/ledger.ts";

export type Row<T extends PgTable> = Omit<T["$inferInsert"], "bureauId">;

export type Duty = (typeof duties)[number];
export type Role = (typeof roles)[number];
export type UnitKind = (typeof unitKinds)[number];
export type Unit = Row<typeof tables.units>;
export type Facts = Omit<Row<typeof tables.gridFacts>, "gridId" | "startsOn" | "endsOn" | "reason">;
/** With what it is today. */
export type Grid = Row<typeof tables.grids> & Facts;
/** With the unit of today. */
export type Member = Row<typeof tables.members> & { unitId: string };

export type Assignment = Row<typeof tables.assignments>;
/** A leaving that somebody came back from. */
export type ServiceBreak = Row<typeof tables.serviceBreaks> & { leftBecause: string };
/** With what was recorded of it at first, where it was changed or taken back since. */
export type Absence = Row<typeof tables.absences> & { endedAtFirst?: string | null; isTakenBack?: boolean };
export type Standard = Row<typeof tables.staffingStandards> & { reason?: string };

export type DutyLine = Row<typeof tables.dutyLines>;
export type DutyPreset =
  | "SIX_ROLES"
  | "STANDING_DUTIES"
  | "COMMAND_ROOM"
  | "ROOM_DESKS"
  | "THREE_LEVELS"
  | "FIRST_RECEIVER"
  | "WORKING_MANNER"
  | "EIGHT_ONES"
  | "THREE_AND_THREE";

export interface DemoAccount {
  name: string;
  role: Role;
  displayName: string;
}

export interface Account extends DemoAccount, Row<typeof tables.roleGrants> {
  memberId?: string;
  /** Of the many that members have, those that are told of at the start. */
  isPointedOut?: boolean;
}

export type ListScheme = Row<typeof tables.listSchemes>;
export type ListPreset = "SET_A" | "SET_B";

/** A week of a station to be signed, with the units over which its chief has a say. */
export interface Signed {
  bureauId: string;
  stationId: string;
  unitIds: readonly string[];
  week: string;
  at: Date;
  by: { accountId: string; name: string; displayName: string };
}

/** A picture as the server keeps it. */
export type Photo = Pick<
  Row<typeof tables.evidenceFiles>,
  "sentDigest" | "mediaType" | "keptDigest" | "thumbnailDigest" | "bytes" | "width" | "height"
>;

/** How closed work is drawn to be checked again, and who checks it. */
export interface Drawing {
  textOf(pool: DrawnFrom): string;
  digestOf(text: string): string;
  drawFrom(
    seed: string,
    pool: DrawnFrom,
    asked: number,
  ): { items: { place: number; itemId: string; checkerId: string }[]; passedOver: number };
}

interface DrawnFrom {
  stationId: string;
  month: string;
  items: readonly { id: string; without: readonly string[] }[];
  checkers: readonly string[];
}

/** What the server knows and the demo is not to know in another way. */
export interface Means {
  newId(at?: number): string;
  initialsOf(name: string): string;
  ledgerRules: LedgerRules;
  /** Of its presets. */
  categories: readonly CategoryDraft[];
  deadlines: readonly AskedDeadline[];
  dutyLinesOf(preset: DutyPreset): Omit<DutyLine, "id" | "revision" | "isSetAside" | "startsAt">[];
  checklistOf(code: string): ChecklistDraft;
  /** The days of a checklist's runs, from one day to another. */
  occurrencesOf(of: ChecklistDraft["content"], calendar: Calendar, from: string, to: string): string[];
  listSchemeOf(preset: ListPreset): Pick<ListScheme, "titles" | "sources">;
  /** Signs a station's week as its command does: gives what the audit log is told of it. */
  signWeeks(sql: TransactionSql, signing: Signed): Promise<{ at: Date; deed: Deed }[]>;
  drawing: Drawing;
  /** Pictures that work is fed back with; none where there is no place for them. */
  photos: readonly Photo[];
  /** Puts their bytes where a bureau's files lie. */
  keepPhotos(bureauId: string): Promise<void>;
  now: Date;
}

/** All rows of one bureau, before they are written. */
export interface Draft extends Means {
  bureauId: string;
  code: string;
  name: string;
  random: Random;
  /** Draws the past: who is where today does not hang on it. */
  pastRandom: Random;
  people: People;
  /** Who has left since; their badges and numbers are others' than today's. */
  formerPeople: People;
  root: Unit;
  units: Unit[];
  divisions: Row<typeof tables.divisions>[];
  members: Member[];
  grids: Grid[];
  /** By grid: on which days it was or will be another than today. */
  gridChanges: Map<string, Change<Facts>[]>;
  /** By member: likewise the unit. */
  transfers: Map<string, Change<{ unitId: string }>[]>;
  breaks: ServiceBreak[];
  /** Why they left, by member. */
  leavings: Map<string, string>;
  /** Members that a file brought after the first one. */
  laterFiles: { fileName: string; on: string; memberIds: string[] }[];
  dutyHolders: Row<typeof tables.dutyHolders>[];
  assignments: Assignment[];
  absences: Absence[];
  standards: Standard[];
  dutyLines: DutyLine[];
  listSchemes: ListScheme[];
  calendarId: string;
  accounts: Account[];
  work: Ledger | null;
}

export function newDraft(
  means: Means,
  bureau: { code: string; name: string; officerBlock: string; phoneBlock: number },
): Draft {
  const random = randomFrom(Number(bureau.code));
  const pastRandom = randomFrom(Number(bureau.code) + 1);
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
    pastRandom,
    people: inventPeople(random, bureau.officerBlock, bureau.phoneBlock),
    formerPeople: inventPeople(pastRandom, bureau.officerBlock, (bureau.phoneBlock + 5) % 10, 900),
    root,
    units: [root],
    divisions: [],
    members: [],
    grids: [],
    gridChanges: new Map(),
    transfers: new Map(),
    breaks: [],
    leavings: new Map(),
    laterFiles: [],
    dutyHolders: (Object.keys(usualHolders) as Duty[]).flatMap((duty) =>
      usualHolders[duty].map((memberKind) => ({ id: means.newId(), duty, memberKind })),
    ),
    assignments: [],
    absences: [],
    standards: [],
    dutyLines: [],
    listSchemes: [],
    calendarId: means.newId(),
    accounts: [],
    work: null,
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

export function addGrid(
  draft: Draft,
  grid: Omit<Grid, "id" | "nameInitials" | "openedOn"> & { openedOn?: string },
): Grid {
  const row: Grid = { openedOn: "2024-01-01", ...grid, id: draft.newId(), nameInitials: draft.initialsOf(grid.name) };
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
  const displayName = draft.people.nextName();
  draft.accounts.push({ id: draft.newId(), accountId: draft.newId(), name, role, displayName, unitId: unit.id });
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
