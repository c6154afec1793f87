import { createHash } from "node:crypto";
import type { Transaction } from "#kernel/command";
import { addDays, dayOf, startOfDay } from "#kernel/day";
import { asClock } from "#kernel/jobs/as-clock";
import type { Job, JobContext } from "#kernel/jobs/job";
import { record } from "#kernel/record";
import { calendarOf, type WorkingCalendar } from "#modules/calendar";
import { gatherNotices, openRuns } from "#modules/work";
import {
  holdMade,
  insertBatch,
  lookAtAll,
  type Making,
  photosAsked,
  rootUnitId,
  saveMadeThrough,
  seatsToServe,
  stationsOwing,
  type Template,
  templatesToMake,
} from "./make-runs.store.ts";
import { occurrences } from "./recurrence.ts";
import type { VersionRow } from "./checklist.store.ts";

/** So many runs are made in a transaction: of a station as a rule all. */
export const mostAtOnce = 250;

/**
 * Makes the runs whose window has opened: a rule is expanded once, then its runs are inserted station by station, each portion committed by
 * itself. Which are made stands in the database, by the key of a run and in the batches, so that it may be begun again anywhere.
 */
export const makeRuns: Job = {
  name: "checklists.makeRuns",
  daily: "0:05",
  longestMinutes: 60,
  async run(ctx) {
    const notices = gatherNotices(ctx);
    try {
      await makeAll({ ...ctx, announce: notices.announce });
    } finally {
      notices.tell();
    }
  },
};

async function makeAll(ctx: JobContext) {
  const today = dayOf(ctx.now());
  const { templates, calendar } = await asClock(ctx, async (tx) => ({
    templates: await templatesToMake(tx, today),
    calendar: await calendarOf(tx),
  }));
  for (const template of templates) {
    for (const { version, on } of daysToMake(template, calendar, today)) {
      const at = on === today ? ctx.now() : new Date(startOfDay(on));
      await makeDay(ctx, { template, version, on, at });
    }
    await asClock(ctx, (tx) => saveMadeThrough(tx, template, today));
  }
}

/** The days of which runs are still to be made, up to today, each by the version that held then. */
export function daysToMake(
  { madeThrough, versions }: Pick<Template, "madeThrough" | "versions">,
  calendar: WorkingCalendar,
  today: string,
): { version: VersionRow; on: string }[] {
  const days = versions.flatMap((version) => {
    const { state, madeFrom, startsOn, lastOn, recurrence, onClosedDay, supersededOn } = version;
    // Without a recurrence it is begun by hand.
    if (state !== "PUBLISHED" || recurrence === null) return [];
    const first = [madeFrom!, addDays(madeThrough!, 1)].sort().at(-1)!;
    const last = supersededOn !== null && supersededOn <= today ? addDays(supersededOn, -1) : today;
    const of = { recurrence, startsOn: startsOn!, lastOn, onClosedDay };
    return occurrences(of, calendar, first, last).map((on) => ({ version, on }));
  });
  return days.toSorted((one, other) => (one.on < other.on ? -1 : 1));
}

async function makeDay(ctx: JobContext, making: Making) {
  for (const stationId of await asClock(ctx, (tx) => stationsOwing(tx, making)))
    for (let isMore = true; isMore;) {
      ctx.signal.throwIfAborted();
      const { made, ...left } = await asClock(ctx, (tx) => makePortion(tx, making, stationId));
      if (made > 0) announceRuns(ctx, making);
      ({ isMore } = left);
    }
}

/** Screens are told of work: the log has one entry for all of a batch, which is about the checklist. */
const announceRuns = ({ announce, bureauId }: JobContext, { template: { id } }: Making) =>
  announce(bureauId, [{ action: "work.issue", entity: { type: "WorkItem", id } }]);

interface Made {
  made: number;
  /** Whether the station may have more. */
  isMore: boolean;
}

async function makePortion(tx: Transaction, making: Making, stationId: string): Promise<Made> {
  const { template, version, on } = making;
  const { isInUse, isWhole, numbered } = await holdMade(tx, making, stationId);
  if (!isInUse || isWhole) return { made: 0, isMore: false };
  const seats = await seatsToServe(tx, making, stationId, mostAtOnce);
  const ids = seats.length === 0 ? [] : await openRuns(tx, await runOf(tx, making, stationId), numberedFrom(numbered));
  if (ids.length < seats.length) throw new Error(`Runs of ${template.code} were made past its row, which is held.`);
  const isLast = seats.length < mostAtOnce;
  const digest = createHash("sha256").update(ids.join("\n")).digest("hex");
  const batch = { templateId: template.id, versionId: version.id, occurrenceOn: on, stationId };
  await lookAtAll(tx);
  await insertBatch(tx, { ...batch, runs: ids.length, digest, isLast });
  if (ids.length > 0)
    await record(tx, {
      action: "checklist.makeRuns",
      entity: { type: "ChecklistTemplate", id: template.id },
      after: { number: version.number, occurrenceOn: on, stationId, runs: ids.length, digest },
    });
  return { made: ids.length, isMore: !isLast };

  /** The checklist's code and the day, then counted on: nobody waits for a series of the bureau's. */
  function numberedFrom(before: number) {
    const prefix = `${template.code}-${on.replaceAll("-", "")}`;
    return seats.map((seat, index) =>
      Object.assign(seat, { number: `${prefix}-${String(before + index + 1).padStart(4, "0")}` }),
    );
  }
}

export async function runOf(tx: Transaction, { template, version, on }: Making, stationId: string) {
  const windowEndsOn = addDays(on, version.windowDays - 1);
  return {
    templateId: template.id,
    templateVersionId: version.id,
    occurrenceOn: on,
    windowEndsOn,
    graceDays: version.graceDays,
    lateDays: version.lateDays,
    title: template.name,
    burdenMinutes: version.burdenMinutes,
    photosAtLeast: await photosAsked(tx, version.id),
    stationId,
    issuerUnitId: template.stationId ?? (await rootUnitId(tx)),
    opensAt: new Date(startOfDay(on)),
    dueAt: new Date(startOfDay(addDays(windowEndsOn, 1))),
  };
}
