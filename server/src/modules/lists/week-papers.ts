import type { Context } from "#kernel/context";
import { addDays, dayOf } from "#kernel/day";
import { message } from "#kernel/messages";
import type { ReviewAnswer, RevisionAnswer, WeekAnswer } from "./week-answer.ts";
import type { PaperPicture, WeekPaper } from "./week-paper.ts";
import { paperOf, type Say } from "./week-paper.rules.ts";

/** Puts a week on paper in the reader's language: as it stands, or as it was signed in the revision. */
export function weekPaper(
  ctx: Context,
  week: WeekAnswer,
  { revision, by }: { revision: RevisionAnswer | null; by: string },
  pictures?: ReadonlyMap<string, readonly PaperPicture[]>,
): WeekPaper {
  const review: ReviewAnswer | null = revision ?? week.review;
  const say: Say = (word, params) => message(ctx.locale, `paper.${word}`, params);
  const lines = revision?.lines ?? week.lines;
  return paperOf({ ...week, lines }, review, {
    say,
    by,
    atText: minuteText,
    dayAfter: addDays,
    now: ctx.now().toISOString(),
    pictures,
  });
}

/** As the screens write a moment: by China's day and hour. */
function minuteText(moment: string): string {
  const at = new Date(moment);
  const inChina = new Date(at.getTime() + 8 * 3_600_000).toISOString();
  return `${dayOf(at)} ${inChina.slice(11, 16)}`;
}
