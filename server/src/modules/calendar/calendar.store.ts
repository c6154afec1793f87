import { calendarDays, calendarRevisions, calendarShifts } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction, update } from "#kernel/command";
import { Conflict, NotFound } from "#kernel/errors";
import { assertVersion, type UpdateInput } from "#kernel/command-input";
import { newId } from "#kernel/ids";
import { inCommand, readingIn, rowUnder } from "#kernel/read";
import { type AskedDay, type Content, type DayRow, daysKept } from "./calendar.rules.ts";
import { isInSight } from "./calendar.rows.ts";
import type { CalendarState } from "./calendar.enums.ts";
import { type Shift, usualCalendar } from "./working-time.rules.ts";

type Tx = Pick<Transaction, "sql" | "bureauId">;

export interface RevisionRow {
  id: string;
  number: number;
  state: CalendarState;
  announcedYears: number[];
  version: number;
}

export const usualContent: Content = { announcedYears: [], shifts: [...usualCalendar.shifts], days: [] };

/** Those in sight, newest first. Whoever changes the calendar waits for the one before. */
export async function lockCalendar(tx: Transaction): Promise<RevisionRow[]> {
  const { sql, bureauId } = tx;
  await sql`select from bureaus where bureau_id = ${bureauId} for no key update`;
  return sql<RevisionRow[]>`
    select r.id, r.number, r.state, to_jsonb(r.announced_years) as announced_years, r.version from calendar_revisions r
    where r.bureau_id = ${bureauId} and ${inCommand(tx, isInSight(rowUnder(calendarRevisions, "r"), readingIn(tx)))} order by r.number desc`;
}

export const draftIn = (revisions: readonly RevisionRow[]) => revisions.find(({ state }) => state === "DRAFT");
export const inForceIn = (revisions: readonly RevisionRow[]) => revisions.find(({ state }) => state === "PUBLISHED");

export function revisionMeant(revisions: readonly RevisionRow[], id: string): RevisionRow {
  const revision = revisions.find((each) => each.id === id);
  if (!revision) throw new NotFound([{ path: ["input", "id"], code: "NOT_FOUND" }]);
  return revision;
}

/** A draft, in the version that the input has seen. */
export function assertDraft(revision: RevisionRow, input: Pick<UpdateInput, "expectedVersion">) {
  const { number, state } = revision;
  if (state !== "DRAFT")
    throw new Conflict([{ path: ["input", "id"], code: "CALENDAR_NOT_DRAFT", params: { number } }]);
  assertVersion(revision, input);
}

export async function contentOf(
  { sql, bureauId }: Tx,
  { id, announcedYears }: Pick<RevisionRow, "id" | "announcedYears">,
): Promise<Content> {
  const [shifts, days] = await Promise.all([
    sql<Shift[]>`select starts_minute, ends_minute from calendar_shifts
      where bureau_id = ${bureauId} and revision_id = ${id} order by starts_minute`,
    sql<DayRow[]>`select day, opening, name from calendar_days
      where bureau_id = ${bureauId} and revision_id = ${id} order by day`,
  ]);
  return { announcedYears, shifts: [...shifts], days: [...days] };
}

export async function insertDraft(tx: Transaction, number: number, content: Content): Promise<string> {
  const id = newId(tx.now.getTime());
  const revision = { id, number, state: "DRAFT" as const, announcedYears: content.announcedYears };
  await insertNow(tx, calendarRevisions, [{ ...revision, version: 1, createdAt: tx.now.toISOString() }]);
  await insertShifts(tx, id, content.shifts);
  await insertDays(tx, id, content.days);
  return id;
}

const insertShifts = (tx: Transaction, revisionId: string, shifts: readonly Shift[]) =>
  insertNow(
    tx,
    calendarShifts,
    shifts.map((shift) => ({ revisionId, ...shift })),
  );

const insertDays = (tx: Transaction, revisionId: string, days: readonly DayRow[]) =>
  insertNow(
    tx,
    calendarDays,
    days.map((day) => ({ revisionId, ...day })),
  );

export async function writeDays(tx: Transaction, id: string, days: readonly AskedDay[]): Promise<void> {
  const { sql, bureauId } = tx;
  await sql`delete from calendar_days where bureau_id = ${bureauId} and revision_id = ${id}
    and day = any(${days.map(({ day }) => day)}::text[]::date[])`;
  await insertDays(tx, id, daysKept(days));
}

export async function writeShifts(tx: Transaction, id: string, shifts: readonly Shift[]): Promise<void> {
  await tx.sql`delete from calendar_shifts where bureau_id = ${tx.bureauId} and revision_id = ${id}`;
  await insertShifts(tx, id, shifts);
  await update(tx, calendarRevisions, id, {});
}

export const writeYears = (tx: Tx, id: string, years: readonly number[]) =>
  update(tx, calendarRevisions, id, { announcedYears: [...years] });

export const publish = (tx: Transaction, id: string, note: string) =>
  update(tx, calendarRevisions, id, { state: "PUBLISHED", note, publishedAt: tx.now, publishedBy: tx.actor.name });

export const discard = (tx: Tx, id: string) => update(tx, calendarRevisions, id, { state: "DISCARDED" });
