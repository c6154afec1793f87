import type { Transaction } from "#kernel/command";
import type { FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { checkText } from "#kernel/text";
import { closed, type Effect, type HeldItem } from "#modules/work";
import { checkedAnswers } from "./answers.rules.ts";
import type { RunReportInput } from "./checklist.inputs.ts";
import { itemsOf, versionWith } from "./checklist.store.ts";
import { insertReport, openedBy, photosOf } from "./run.store.ts";

/**
 * What was found on a run, by the version that it opened with; where nobody reviews that one, the run is closed by it. Gives what the step
 * does that hands it in.
 */
export async function reportRun(
  tx: Transaction,
  held: HeldItem,
  { answers: given, note }: RunReportInput,
  visitedOn: string | null = null,
): Promise<Effect & { feedback: { type: string; id: string } }> {
  const { item } = held;
  const version = await versionWith(tx, item.templateVersionId!);
  const faults: FieldFault[] = [];
  const ofRun = { photoIds: await photosOf(tx, item), opened: await openedBy(tx, item) };
  const answers = checkedAnswers(faults, await itemsOf(tx, version.id), given, ofRun);
  const said = checkText(faults, ["input", "runReport", "note"], note, { most: 500 });
  assertValid(faults);
  const feedback = { type: "RunReport", id: await insertReport(tx, item, { answers, note: said, visitedOn }) };
  const submitted = { submittedBy: tx.actor.memberId, feedbackType: feedback.type, feedbackId: feedback.id };
  if (version.isReviewed) return { feedback, change: submitted };
  const ended = closed(tx, held);
  return { ...ended, feedback, change: { ...ended.change, ...submitted } };
}
