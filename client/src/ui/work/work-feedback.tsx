import type { FeedbackFieldsFragment } from "@maple-bridge/schema/documents";
import { Details } from "../details.tsx";
import { RunAnswers } from "./run-answers.tsx";
import { useFeedbackLines } from "./use-feedback-lines.ts";

/** What was brought back, each kind with its own fields. */
export function WorkFeedback({ feedback }: { feedback: FeedbackFieldsFragment }) {
  const lines = useFeedbackLines(feedback);
  if ("answers" in feedback) return <RunAnswers report={feedback} />;
  return (
    <div className="work-feedback">
      <Details items={lines} />
    </div>
  );
}
