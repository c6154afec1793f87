import { accountOf } from "#kernel/actor";
import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { WeekInput } from "./lists.inputs.ts";
import { authorizeReviewer, holdWeek } from "./week-review.store.ts";
import { recordLook } from "./review-look.store.ts";

/** Whatever changes from now on is unread to the caller. Nobody else sees it, so the audit log is told nothing. */
export async function lookAtWeek(ctx: Context, input: WeekInput): Promise<Date> {
  const { at } = await inTransaction(ctx, "lookAtWeek", input, async (tx) => {
    const week = await holdWeek(tx, input);
    authorizeReviewer(week);
    const accountId = accountOf(tx.actor);
    if (accountId !== null) await recordLook(tx, { accountId, ...week });
    return { at: tx.now.toISOString() };
  });
  return new Date(at);
}
