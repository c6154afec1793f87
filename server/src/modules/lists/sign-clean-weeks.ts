import { inTransaction, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { type FieldFault, Forbidden } from "#kernel/errors";
import { message } from "#kernel/messages";
import { record } from "#kernel/record";
import type { SignAnswer, SignCleanWeeksInput } from "./lists.inputs.ts";
import { assertOver, sign, type Signing } from "./signing.ts";
import { holdWeeksOf, lastReviews, linesOf, reviewFaults } from "./week-review.store.ts";

/** Each week by itself, with a digest of its own; those that wait for a word are named, with why. */
export async function signCleanWeeks(ctx: Context, input: SignCleanWeeksInput): Promise<SignAnswer[]> {
  const { answers } = await inTransaction(ctx, "signCleanWeeks", input, async (tx) => {
    const weeks = await holdWeeksOf(tx, input.unitId, input.week);
    authorizeSome(weeks);
    assertOver(tx, input.week);
    const memberIds = weeks.map(({ memberId }) => memberId);
    const reviews = await lastReviews(tx, input.unitId, input.week, memberIds);
    const lines = await linesOf(tx, { stationId: input.unitId, week: input.week, memberIds });
    const asked = weeks.map((week): Signing & { fault: FieldFault | undefined } => {
      const own = lines.filter(({ memberId }) => memberId === week.memberId);
      const review = reviews.get(week.memberId);
      return { week, review, lines: own, fault: reviewFaults(week, review) ?? wordNeeded(own) };
    });
    const { signed, deeds } = await sign(
      tx,
      asked.filter(({ week, fault }) => week.may && fault === undefined),
    );
    await record(tx, ...deeds);
    return { answers: asked.map(({ week, fault }) => answerOf(tx, week, fault, signed.get(week.memberId))) };
  });
  return answers;
}

/** Of each that the actor does not review its answer says so. */
function authorizeSome(weeks: readonly Signing["week"][]) {
  if (!weeks.some(({ may }) => may)) throw new Forbidden();
}

function wordNeeded(lines: Signing["lines"]): FieldFault | undefined {
  const count = lines.filter(({ needsAWord }) => needsAWord).length;
  return count > 0 ? { path: ["input", "week"], code: "WEEK_LINES_NEED_A_WORD", params: { count } } : undefined;
}

const answerOf = (
  { ctx }: Transaction,
  { memberId, member }: Signing["week"],
  fault: FieldFault | undefined,
  signed: { id: string; digest: string } | undefined,
): SignAnswer => ({
  memberId,
  member,
  isSigned: signed !== undefined,
  reviewId: signed?.id ?? null,
  digest: signed?.digest ?? null,
  refusal: fault?.code ?? null,
  message: fault ? message(ctx.locale, fault.code, fault.params) : null,
});
