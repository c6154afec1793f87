import type { Random } from "../random.ts";
import type { ChecklistRows, PresetItem, Run } from "./checklist-rows.ts";
import type { Doing } from "./ledger.ts";
import { closing, newId, step } from "./step.ts";

const places = ["村委会、学校周边", "主街和集市", "村口、河堤", "工业区外围"];
const unanswered = { count: null, told: null, choice: null, photoId: null, isFailed: false };

/** What the item asks for, with nothing amiss. */
export function answerTo({ evidence, most, choices, finds }: PresetItem, random: Random) {
  if (finds) return { count: 0 };
  if (evidence === "COUNT") return { count: random.int(most === 9_999 ? 1 : 0, Math.min(most ?? 4, 4)) };
  if (evidence === "CHOICE") return { choice: choices![0]! };
  return { told: random.pick(places) };
}

/** What was found on a run; where nobody reviews the checklist, the run is closed by it. */
export function handInRun(doing: Doing, { of, version, reports, answers }: ChecklistRows, run: Run, random: Random) {
  const { ledger, at, by } = doing;
  const reportId = newId(ledger, at);
  const { id: itemId, round } = run.row;
  reports.push({ id: reportId, itemId, round, versionId: version.id, submittedAt: at, submittedBy: by.memberId });
  for (const item of of.content.items.filter(({ isRequired }) => isRequired))
    answers.push({
      ...{ ...unanswered, id: newId(ledger, at), reportId, runId: itemId, versionId: version.id, code: item.code },
      ...answerTo(item, random),
    });
  const feedback = { type: "RunReport", id: reportId };
  const ended = of.content.isReviewed ? {} : closing(doing, run, "ACCEPTED");
  step(doing, run, "SUBMIT", {
    ...ended,
    change: { ...ended.change, submittedBy: by.memberId, feedbackType: feedback.type, feedbackId: feedback.id },
    feedback,
  });
}
