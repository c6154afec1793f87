import { reviewComments, reviewLines, weekReviews } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction, update } from "#kernel/command";
import { dayOf } from "#kernel/day";
import { Conflict, type FieldFault, Forbidden, NotFound } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { isId, newId } from "#kernel/ids";
import { inCommand, inReach, raw, readingIn, rowUnder, sql as fragment } from "#kernel/read";
import type { Deed } from "#kernel/record";
import { accountOf } from "#kernel/actor";
import { nameOfActor } from "#modules/auth";
import type { Duty } from "#modules/grids";
import type { LineDecision, LineStanding, ListSource } from "./lists.enums.ts";
import { isChiefs, mayReview, onBehalfOf } from "./reviewing.rows.ts";
import { frozenOf } from "./line-shape.rows.ts";
import { linesFound, needsAWord, weekLines } from "./week-line.rows.ts";
import { membersInWeeks } from "./week-lists.rows.ts";
import { inPlace } from "./week-review.types.ts";
import { isClean } from "./week-line.types.ts";
import { weekFaults } from "./week.rules.ts";

/** Whoever reads weeks: a command, or what is told of the past. */
export type Asking = Pick<Transaction, "sql" | "bureauId" | "actor" | "now">;

/** A member's week at a station, as a command is about it. */
export interface Week {
  memberId: string;
  member: string;
  badge: string;
  stationId: string;
  station: string;
  week: string;
  may: boolean;
  isOwn: boolean;
  isChiefs: boolean;
  /** The absent chief for whom the actor would sign. */
  onBehalfOfId: string | null;
}

export interface LineRow {
  memberId: string;
  key: string;
  source: ListSource;
  standing: LineStanding | null;
  title: string;
  itemId: string | null;
  gridId: string | null;
  duty: Duty | null;
  isLate: boolean;
  isReturned: boolean;
  isWaiting: boolean;
  decision: LineDecision | null;
  needsAWord: boolean;
  isClean: boolean;
}

export interface ReviewRow {
  id: string;
  revision: number;
  signedAt: Date | null;
  signer: string | null;
}

interface Asked {
  memberId?: string;
  /** Without it, of each member the station at home. */
  unitId?: string | null;
  week: string;
}

/** Weeks of members at stations in sight, whoever reviews them. */
export async function findWeeks(tx: Asking, { memberId, unitId, week }: Asked): Promise<Week[]> {
  const { sql, bureauId } = tx;
  const reading = readingIn(tx);
  const of = { memberId: raw("found.member_id"), stationId: raw("found.station_id") };
  const found = membersInWeeks(reading, fragment`(select asked.week as week)`);
  return sql<Week[]>`
    select found.member_id, m.name as member, m.badge, found.station_id, u.name as station, found.week::text as week,
      ${inCommand(tx, mayReview(of, reading))} as may, ${inCommand(tx, onBehalfOf(of, reading))} as on_behalf_of_id,
      found.member_id is not distinct from ${tx.actor.memberId}::uuid as is_own, ${inCommand(tx, isChiefs(of, reading))} as is_chiefs
    from (select ${week}::date as week) asked
    cross join lateral ${inCommand(tx, found)} found
    join members m on m.bureau_id = ${bureauId} and m.id = found.member_id
    join units u on u.bureau_id = ${bureauId} and u.id = found.station_id
    where ${memberId === undefined ? sql`true` : sql`found.member_id = ${memberId}::uuid`}
      and ${unitId ? sql`found.station_id = ${unitId}::uuid` : sql`found.is_home`} and ${inCommand(tx, inReach(reading, of.stationId))}
    order by m.badge`;
}

/** The week that the input names, held until the command ends: one command of a week at a time. */
export async function holdWeek(
  tx: Transaction,
  { memberId, unitId, week }: { memberId: string; unitId?: string | null; week: string },
): Promise<Week> {
  assertValid(weekFaults(["input", "week"], week));
  const isNamed = isId(memberId) && (!unitId || isId(unitId));
  const [found] = isNamed ? await findWeeks(tx, { memberId, unitId, week }) : [];
  if (!found) throw new NotFound([{ path: ["input", "memberId"], code: "NOT_FOUND" }]);
  await holdWeeks(tx, [found]);
  return found;
}

/** All weeks of a station, held. */
export async function holdWeeksOf(tx: Transaction, unitId: string, week: string): Promise<Week[]> {
  assertValid(weekFaults(["input", "week"], week));
  const found = isId(unitId) ? await findWeeks(tx, { unitId, week }) : [];
  if (found.length === 0) throw new NotFound([{ path: ["input", "unitId"], code: "NOT_FOUND" }]);
  await holdWeeks(tx, found);
  return found;
}

/** In one order everywhere, so that commands never wait in a ring. */
async function holdWeeks({ sql, bureauId }: Transaction, weeks: readonly Week[]) {
  const names = weeks
    .map(({ memberId, stationId, week }) => `week ${bureauId} ${stationId} ${memberId} ${week}`)
    .sort();
  await sql`
    select pg_advisory_xact_lock(hashtextextended(each.name, 0))
    from (select name from unnest(${names}::text[]) with ordinality held (name, place) order by place) each`;
}

/** The last revision of each week of the station, by its member. */
export async function lastReviews(
  { sql, bureauId }: Asking,
  stationId: string,
  week: string,
  memberIds: readonly string[],
): Promise<Map<string, ReviewRow>> {
  const rows = await sql<(ReviewRow & { memberId: string })[]>`
    select distinct on (member_id) member_id, id, revision, signed_at, signer from week_reviews
    where bureau_id = ${bureauId} and station_id = ${stationId} and week_start = ${week} and member_id = any(${[...memberIds]}::uuid[])
    order by member_id, revision desc`;
  return new Map(rows.map((row) => [row.memberId, row]));
}

/** Refuses who may not review it, and what was signed: with who signed it, when, and who may reopen it. */
export function reviewFaults(week: Week, review: ReviewRow | undefined): FieldFault | undefined {
  const path = ["input", "week"];
  if (week.isOwn) return { path, code: "WEEK_OWN" };
  if (!week.may && week.isChiefs) return { path, code: "WEEK_OF_A_CHIEF" };
  if (!review?.signedAt) return undefined;
  return { path, code: "WEEK_SIGNED", params: { signer: review.signer!, at: dayOf(review.signedAt) } };
}

/** Throws unless the actor reviews the week: the chief, who stands in, or of a chief's the bureau. */
export function authorizeReviewer(week: Week) {
  if (week.may) return;
  const fault = reviewFaults(week, undefined);
  throw new Forbidden(fault ? [fault] : []);
}

/** Throws unless the actor reviews the week, and it may still be reviewed. */
export function authorizeReview(week: Week, review: ReviewRow | undefined) {
  authorizeReviewer(week);
  const fault = reviewFaults(week, review);
  if (fault) throw new Conflict([fault]);
}

const unsigned = (tx: Asking, reading = readingIn(tx)) =>
  inCommand(
    tx,
    linesFound(reading, (_first, _last) => fragment`(select asked.week as week)`),
  );

const line = rowUnder(weekLines, "l");

/** The lines of weeks that are not signed, as the lists show them. */
export const linesOf = (
  tx: Asking,
  { stationId, week, memberIds }: { stationId: string; week: string; memberIds: readonly string[] },
) =>
  tx.sql<LineRow[]>`
    select l.member_id, l.key, l.source, l.standing, l.title, l.item_id, l.grid_id, l.duty, l.is_late, l.is_returned, l.is_waiting, l.decision,
      ${inCommand(tx, needsAWord(line))} as needs_a_word, ${inCommand(tx, isClean(line))} as is_clean
    from (select ${week}::date as week) asked cross join lateral ${unsigned(tx)} l
    where l.station_id = ${stationId}::uuid and l.member_id = any(${[...memberIds]}::uuid[]) order by ${inCommand(tx, inPlace(line))}`;

/** A line as it is kept: of its columns' names. */
export interface FrozenLine {
  source: ListSource;
  standing: LineStanding | null;
  is_late: boolean;
  is_returned: boolean;
  is_waiting: boolean;
  decision: LineDecision | null;
}

/** The snapshot of each member's week, and its digest: SHA-256 of its text as the database writes it. */
export async function snapshotsOf(
  tx: Asking,
  { stationId, week, memberIds }: { stationId: string; week: string; memberIds: readonly string[] },
): Promise<Map<string, { lines: FrozenLine[] }>> {
  const rows = await tx.sql<{ memberId: string; lines: FrozenLine[] }[]>`
    select l.member_id, jsonb_agg(${inCommand(tx, frozenOf("l"))} order by ${inCommand(tx, inPlace(line))}) as lines
    from (select ${week}::date as week) asked cross join lateral ${unsigned(tx)} l
    where l.station_id = ${stationId}::uuid and l.member_id = any(${[...memberIds]}::uuid[]) group by l.member_id`;
  return new Map(rows.map(({ memberId, lines }) => [memberId, { lines }]));
}

export const digestOf = async ({ sql }: Transaction, snapshot: object): Promise<string> => {
  const [row] = await sql<{ digest: string }[]>`
    select encode(sha256(convert_to((${JSON.stringify(snapshot)}::text::jsonb)::text, 'UTF8')), 'hex') as digest`;
  return row!.digest;
};

/** The revision that is under way: the last one, or the first of the week. */
export async function openReview(tx: Transaction, week: Week, review: ReviewRow | undefined): Promise<ReviewRow> {
  if (review) return review;
  const id = newId(tx.now.getTime());
  const { stationId, memberId } = week;
  const createdAt = tx.now.toISOString();
  await insertNow(tx, weekReviews, [{ id, stationId, memberId, weekStart: week.week, revision: 1, createdAt }]);
  return { id, revision: 1, signedAt: null, signer: null };
}

/** Who signs, by account and by name. */
export const signerOf = async (tx: Transaction) => ({ signedBy: accountOf(tx.actor), signer: await nameOfActor(tx) });

export interface Decided {
  lineKey: string;
  decision: LineDecision;
  reason: string | null;
  itemId: string | null;
}

/** What was decided, after all that was before. */
export async function insertDecisions(tx: Transaction, reviewId: string, decided: readonly Decided[]) {
  const { sql, bureauId, now, actor } = tx;
  const [row] = await sql<{ last: number }[]>`
    select coalesce(max(sequence), 0)::int as last from review_lines where bureau_id = ${bureauId} and review_id = ${reviewId}`;
  const said = { reviewId, decidedAt: now.toISOString(), decidedBy: accountOf(actor)!, decider: await nameOfActor(tx) };
  await insertNow(
    tx,
    reviewLines,
    decided.map((each, index) => Object.assign({ id: newId(), sequence: row!.last + index + 1 }, said, each)),
  );
}

export async function insertComment(
  tx: Transaction,
  comment: { reviewId: string; lineKey: string | null; text: string; saidBy: string },
) {
  const said = { saidAt: tx.now.toISOString(), speaker: await nameOfActor(tx) };
  await insertNow(tx, reviewComments, [{ id: newId(), ...comment, ...said }]);
}

/** The revision that follows a signed one. */
export async function insertRevision(
  tx: Transaction,
  of: { stationId: string; memberId: string; weekStart: string; revision: number; reopenedReason: string },
): Promise<string> {
  const id = newId(tx.now.getTime());
  const createdAt = tx.now.toISOString();
  await insertNow(tx, weekReviews, [{ id, ...of, reopenedBy: accountOf(tx.actor), createdAt }]);
  return id;
}

export const saveSigned = (tx: Transaction, id: string, signed: Record<string, unknown>) =>
  update(tx, weekReviews, id, signed as Record<string, never>);

/** What the audit log is told of a week. */
export const weekDeed = (
  action: string,
  id: string,
  { memberId, member, badge, stationId, week }: Week,
  after: object,
  reason: string | null = null,
): Deed => ({
  action: `weekReview.${action}`,
  entity: { type: "WeekReview", id },
  after: { memberId, member, badge, stationId, week, ...after },
  reason,
});

/** The first week past the day that the member's chief has signed since the moment, as far as it was not opened again. */
export async function signedSince(
  { sql, bureauId }: Transaction,
  memberId: string,
  { startsOn, createdAt }: { startsOn: string; createdAt: Date },
): Promise<string | undefined> {
  const [signed] = await sql<{ week: string }[]>`
    select r.week_start::text as week from week_reviews r
    where r.bureau_id = ${bureauId} and r.member_id = ${memberId} and r.signed_at >= ${createdAt} and r.week_start + 7 > ${startsOn}::date
      and not exists (select from week_reviews o where o.bureau_id = r.bureau_id and o.member_id = r.member_id and o.station_id = r.station_id
        and o.week_start = r.week_start and o.revision > r.revision)
    order by r.week_start limit 1`;
  return signed?.week;
}
