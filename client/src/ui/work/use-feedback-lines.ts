import type { FeedbackFieldsFragment } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";

/** What was brought back as names and values, each kind with its own; a run's answers are told otherwise. */
export function useFeedbackLines(fields: FeedbackFieldsFragment) {
  const { t } = useTranslation("work");
  const yes = (value: boolean) => t(value ? "yes" : "no");
  const lines = [
    ["about", "communityKind" in fields ? t(`community.${fields.communityKind}`) : undefined],
    ["isResolved", "isResolved" in fields ? yes(fields.isResolved) : undefined],
    ["isTakenOn", "isTakenOn" in fields ? yes(fields.isTakenOn) : undefined],
    ["caseNumber", "caseNumber" in fields ? fields.caseNumber : undefined],
    ["caseReason", "caseReason" in fields ? fields.caseReason : undefined],
    ["happened", "happened" in fields ? fields.happened : undefined],
    ["cause", "sceneCause" in fields ? fields.sceneCause : undefined],
    ["cause", "rectifiedCause" in fields ? fields.rectifiedCause : undefined],
    ["response", "response" in fields ? fields.response : undefined],
    ["settled", "settled" in fields ? fields.settled : undefined],
    ["done", "done" in fields ? fields.done : undefined],
    ["likelyCourse", "likelyCourse" in fields ? fields.likelyCourse : undefined],
    ["furtherNeed", "furtherNeed" in fields ? fields.furtherNeed : undefined],
    ["count", "count" in fields ? fields.count?.toString() : undefined],
    ["minutes", "minutes" in fields ? fields.minutes?.toString() : undefined],
  ] as const;
  return lines
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => ({ label: t(`feedback.${name}`), value }));
}
