import { authorizeBureau, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Conflict, type FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { lockSeen } from "#kernel/read";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import type { ReopenWeekInput } from "./lists.inputs.ts";
import { mayReopenWeeks } from "./lists.policy.ts";
import { WeekReview } from "./week-review.types.ts";
import { insertRevision, lastReviews } from "./week-review.store.ts";

interface Row {
  id: string;
  stationId: string;
  memberId: string;
  weekStart: string;
  revision: number;
  signedAt: Date | null;
  digest: string | null;
}
const columns = ["id", "stationId", "memberId", "weekStart", "revision", "signedAt", "digest"] as const;

export function reopenWeek(ctx: Context, input: ReopenWeekInput) {
  return inTransaction(ctx, "reopenWeek", input, async (tx) => {
    const row = await lockSeen<Row>(tx, WeekReview, input.id, columns);
    authorizeBureau(tx.actor, mayReopenWeeks);
    const faults: FieldFault[] = [];
    const reason = checkText(faults, ["input", "reason"], input.reason, { required: true, most: 500 });
    assertValid(faults);
    const { stationId, memberId, weekStart, digest } = row;
    const last = (await lastReviews(tx, stationId, weekStart, [memberId])).get(memberId);
    if (row.signedAt === null || last?.id !== row.id)
      throw new Conflict([{ path: ["input", "id"], code: "WEEK_NOT_SIGNED" }]);
    const revision = row.revision + 1;
    const id = await insertRevision(tx, { stationId, memberId, weekStart, revision, reopenedReason: reason! });
    const after = { memberId, stationId, week: weekStart, revision, digest };
    await record(tx, { action: "weekReview.reopen", entity: { type: "WeekReview", id }, after, reason });
    return { id };
  });
}
