import type { PendingQuery, Row } from "postgres";
import type { Transaction } from "#kernel/command";
import { rememberLeastUsed } from "#kernel/least-used";
import type { DayRow } from "./calendar.rules.ts";
import { contentOf, type RevisionRow } from "./calendar.store.ts";
import { usualCalendar, type WorkingCalendar } from "./working-time.rules.ts";

type Place = Pick<Transaction, "sql" | "bureauId">;

const dayBytes = 150;
const known = rememberLeastUsed<WorkingCalendar>({
  most: 2_000,
  bytes: { most: 32 * 1024 * 1024, of: ({ days }) => 1_000 + days.size * dayBytes },
});

/** The id of the revision in force, null where none is published: a part of a command's own first statement. */
export const calendarRevisionNow = (sql: Place["sql"], bureauId: string): PendingQuery<Row[]> =>
  sql`(select r.id from calendar_revisions r where r.bureau_id = ${bureauId} and r.state = 'PUBLISHED' order by r.number desc limit 1)`;

/** The calendar in force. */
export async function calendarOf(place: Place): Promise<WorkingCalendar> {
  const { sql, bureauId } = place;
  const [row] = await sql<{ id: string | null }[]>`select ${calendarRevisionNow(sql, bureauId)} as id`;
  return calendarRevision(place, row!.id);
}

/** The calendar of a revision, published or not; of none what holds without one. */
export async function calendarRevision(place: Place, id: string | null): Promise<WorkingCalendar> {
  if (id === null) return usualCalendar;
  const key = `${place.bureauId}/${id}`;
  const kept = known.get(key);
  if (kept) return kept;
  const { isSettled, ...revision } = await revisionOf(place, id);
  const calendar = workingCalendar(revision, await contentOf(place, revision));
  if (!isSettled) return calendar;
  // Whoever asked at the same time may have been first: there is one of each.
  const first = known.get(key) ?? calendar;
  if (first === calendar) known.set(key, calendar);
  return first;
}

/** Settled is what changes no more: it is published, and not by this very transaction, which may yet be undone. */
async function revisionOf({ sql, bureauId }: Place, id: string) {
  const [revision] = await sql<(Pick<RevisionRow, "id" | "number" | "announcedYears"> & { isSettled: boolean })[]>`
    select id, number, to_jsonb(announced_years) as announced_years,
      state = 'PUBLISHED' and xmin is distinct from pg_current_xact_id_if_assigned()::xid as is_settled
    from calendar_revisions where bureau_id = ${bureauId} and id = ${id}`;
  if (!revision) throw new Error(`There is no calendar revision ${id}.`);
  return revision;
}

const workingCalendar = (
  { id, number, announcedYears }: Pick<RevisionRow, "id" | "number" | "announcedYears">,
  { shifts, days }: { shifts: WorkingCalendar["shifts"]; days: readonly DayRow[] },
): WorkingCalendar => ({
  revisionId: id,
  number,
  shifts,
  days: new Map(days.map(({ day, opening }) => [day, opening])),
  announcedYears: new Set(announcedYears),
});
