import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Details } from "../../ui/details.tsx";
import { EvidenceStrip } from "../../ui/photos/evidence-strip.tsx";
import { WorkFeedback } from "../../ui/work/work-feedback.tsx";
import type { Line } from "./columns.ts";

type Feedback = NonNullable<NonNullable<Line["item"]>["feedback"]>;

/** What was handed in, with its photos. */
export function LineEvidence({ item }: { item: NonNullable<Line["item"]> }) {
  const { feedback, evidence } = item;
  return (
    <div className="review-evidence">
      {feedback ? <Brought feedback={feedback} /> : null}
      {evidence.length > 0 ? <EvidenceStrip photos={evidence} /> : null}
    </div>
  );
}

function Brought({ feedback }: { feedback: Feedback }) {
  const { t } = useTranslation("review");
  if (!("answers" in feedback)) return <WorkFeedback feedback={feedback} />;
  return (
    <>
      <Details
        items={feedback.answers.map(({ id, wording, count, told, choice, isFailed, found }) => {
          const given = [
            count?.toString() ?? told ?? choice ?? t("line.photo"),
            isFailed ? t("line.failed") : undefined,
            ...(found ?? []),
          ]
            .filter(Boolean)
            .join(" · ");
          const hasOpened = isFailed || (found?.length ?? 0) > 0;
          return {
            label: wording,
            value: (
              <span className={isFailed ? "review-failed" : undefined}>
                {hasOpened ? (
                  <Link to="/matters" search={{ foundBy: id }}>
                    {given}
                  </Link>
                ) : (
                  given
                )}
              </span>
            ),
          };
        })}
      />
      {feedback.note ? <p className="note">{feedback.note}</p> : null}
    </>
  );
}
