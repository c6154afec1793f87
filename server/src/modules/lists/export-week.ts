import { inTransaction, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Forbidden, Invalid, NotFound } from "#kernel/errors";
import { findSeen } from "#kernel/read";
import { type Deed, record } from "#kernel/record";
import { type FileFormat, fileFormats } from "./file-format.ts";
import { weekName } from "./week.rules.ts";
import { nameOfActor } from "#modules/auth";
import { WeekReview } from "./week-review.types.ts";
import { holdWeek, holdWeeksOf, lastReviews, type Week, weekDeed } from "./week-review.store.ts";

export interface ExportWeekInput {
  idempotencyKey: string;
  format: FileFormat;
  week: string;
  /** Without it, of every member of the station. */
  memberId?: string | null;
  unitId?: string | null;
  /** A revision that was signed; without it the week as it stands. */
  reviewId?: string | null;
}

export interface Exported {
  station: string;
  /** Of whose week alone it is. */
  member: string | null;
  weekName: string;
  revision: number | null;
  /** Who takes it along, by name. */
  by: string;
  weeks: { memberId: string; unitId: string; week: string }[];
}

/** Puts on record who takes a week along on paper; what is on it the screen's own question tells. */
export function exportWeek(ctx: Context, input: ExportWeekInput): Promise<Exported> {
  return inTransaction(ctx, "exportWeek", input, async (tx) => {
    if (!fileFormats.includes(input.format))
      throw new Invalid([{ path: ["format"], code: "UNKNOWN_WORD", params: { allowed: fileFormats.join(", ") } }]);
    return input.memberId ? ofMember(tx, input, input.memberId) : ofStation(tx, input);
  });
}

async function ofMember(tx: Transaction, input: ExportWeekInput, memberId: string): Promise<Exported> {
  const week = await holdWeek(tx, { ...input, memberId });
  const review = await reviewOf(tx, week, input.reviewId);
  await record(tx, exported(week, review, input.format));
  const { station, member } = week;
  const revision = input.reviewId ? review!.revision : null;
  const by = await nameOfActor(tx);
  return { station, member, weekName: weekName(week.week), revision, by, weeks: [named(week)] };
}

async function ofStation(tx: Transaction, { unitId, week, format }: ExportWeekInput): Promise<Exported> {
  const weeks = await holdWeeksOf(tx, unitId ?? "", week);
  authorizeStation(weeks);
  const { stationId, station } = weeks[0]!;
  const after = { stationId, station, week, format, members: weeks.length };
  await record(tx, { action: "weekReview.exportStation", entity: { type: "Unit", id: stationId }, after });
  const by = await nameOfActor(tx);
  return { station, member: null, weekName: weekName(week), revision: null, by, weeks: weeks.map(named) };
}

const named = ({ memberId, stationId, week }: Week) => ({ memberId, unitId: stationId, week });

/** Whoever sees a week may take it along; all of a station's only who reviews there. */
function authorizeStation(weeks: readonly Week[]) {
  if (!weeks.some(({ may }) => may)) throw new Forbidden();
}

interface Reviewed {
  id: string;
  stationId: string;
  memberId: string;
  weekStart: string;
  revision: number;
  signedAt: Date | null;
  digest: string | null;
}
const columns = ["id", "stationId", "memberId", "weekStart", "revision", "signedAt", "digest"] as const;

/** The revision that is asked for, else the last one. */
async function reviewOf(tx: Transaction, week: Week, asked: string | null | undefined): Promise<Reviewed | undefined> {
  const last = (await lastReviews(tx, week.stationId, week.week, [week.memberId])).get(week.memberId);
  const id = asked ?? last?.id;
  if (id === undefined) return undefined;
  const path = ["input", "reviewId"];
  const found = await findSeen<Reviewed>(tx, WeekReview, id, columns, path);
  const isOfWeek =
    found.memberId === week.memberId && found.stationId === week.stationId && found.weekStart === week.week;
  if (!isOfWeek || (asked && found.signedAt === null)) throw new NotFound([{ path, code: "NOT_FOUND" }]);
  return found;
}

function exported(week: Week, review: Reviewed | undefined, format: FileFormat): Deed {
  const after = { format, revision: review?.revision ?? null, digest: review?.digest ?? null };
  const deed = weekDeed("export", review?.id ?? week.memberId, week, after);
  return review ? deed : { ...deed, entity: { type: "Member", id: week.memberId } };
}
