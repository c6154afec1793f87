import { accountOf } from "#kernel/actor";
import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { type FieldFault, Forbidden } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { lineNamed } from "./accept-lines.ts";
import type { CommentOnLineInput } from "./lists.inputs.ts";
import {
  authorizeReview,
  holdWeek,
  insertComment,
  lastReviews,
  linesOf,
  openReview,
  weekDeed,
} from "./week-review.store.ts";

/** By who reviews the week; nobody comments their own. */
export function commentOnLine(ctx: Context, input: CommentOnLineInput) {
  return inTransaction(ctx, "commentOnLine", input, async (tx) => {
    const week = await holdWeek(tx, input);
    const review = (await lastReviews(tx, week.stationId, week.week, [week.memberId])).get(week.memberId);
    authorizeReview(week, review);
    const faults: FieldFault[] = [];
    const text = checkText(faults, ["input", "text"], input.text, { required: true, most: 500 })!;
    assertValid(faults);
    const lineKey = input.key ?? null;
    if (lineKey !== null)
      lineNamed(await linesOf(tx, { ...week, memberIds: [week.memberId] }), lineKey, ["input", "key"]);
    const { id } = await openReview(tx, week, review);
    const saidBy = accountOf(tx.actor);
    if (saidBy === null) throw new Forbidden();
    await insertComment(tx, { reviewId: id, lineKey, text, saidBy });
    await record(tx, weekDeed("comment", id, week, { line: lineKey, text }));
    return { id };
  });
}
