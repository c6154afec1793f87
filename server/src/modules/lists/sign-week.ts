import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Conflict } from "#kernel/errors";
import { record } from "#kernel/record";
import type { SignWeekInput } from "./lists.inputs.ts";
import { assertOver, sign } from "./signing.ts";
import { authorizeReview, holdWeek, lastReviews, linesOf } from "./week-review.store.ts";

export function signWeek(ctx: Context, input: SignWeekInput) {
  return inTransaction(ctx, "signWeek", input, async (tx) => {
    const week = await holdWeek(tx, input);
    const { memberId } = week;
    const review = (await lastReviews(tx, week.stationId, week.week, [memberId])).get(memberId);
    authorizeReview(week, review);
    assertOver(tx, week.week);
    const lines = await linesOf(tx, { ...week, memberIds: [memberId] });
    const count = lines.filter(({ isWaiting, decision }) => isWaiting && decision === null).length;
    if (count > 0) throw new Conflict([{ path: ["input", "week"], code: "WEEK_LINES_WAIT", params: { count } }]);
    const { signed, deeds } = await sign(tx, [{ week, review, lines }]);
    await record(tx, ...deeds);
    return { id: signed.get(memberId)!.id };
  });
}
