import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { record } from "#kernel/record";
import { acceptAll } from "./accept-lines.ts";
import { usualSources } from "./lists.enums.ts";
import type { WeekInput } from "./lists.inputs.ts";
import { schemeOfWeek } from "./scheme.store.ts";
import { authorizeReview, holdWeek, lastReviews, linesOf, openReview } from "./week-review.store.ts";

/** Of what the week shows: what its lists leave out, and needs no word, nobody has seen. */
export function acceptAllClean(ctx: Context, input: WeekInput) {
  return inTransaction(ctx, "acceptAllClean", input, async (tx) => {
    const week = await holdWeek(tx, input);
    const review = (await lastReviews(tx, week.stationId, week.week, [week.memberId])).get(week.memberId);
    authorizeReview(week, review);
    const lines = await linesOf(tx, { ...week, memberIds: [week.memberId] });
    const shown: readonly string[] = (await schemeOfWeek(tx, week.stationId, week.week))?.sources ?? usualSources;
    const clean = lines.filter(({ isClean, source, needsAWord }) => isClean && (needsAWord || shown.includes(source)));
    const { id } = await openReview(tx, week, review);
    const path = ["input", "week"];
    const accepted = clean.map((line) => ({ line, expectedVersion: null, path }));
    if (accepted.length > 0) await record(tx, await acceptAll(tx, week, id, accepted));
    return { id };
  });
}
