import type { FeedbackFieldsFragment } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { DateText } from "../date-text.tsx";
import { Light } from "../light.tsx";
import { EvidenceStrip } from "../photos/evidence-strip.tsx";
import { itemToOpen } from "./matter.ts";
import { ToItem } from "./to-item.tsx";
import "./run.css";

export type RunReport = Extract<FeedbackFieldsFragment, { answers: unknown }>;
type Answer = RunReport["answers"][number];

/** What was answered, in the wording of the version that the run opened with; what failed leads to the hazard that it opened. */
export function RunAnswers({ report: { answers, note, visitedOn } }: { report: RunReport }) {
  const { t } = useTranslation("work");
  return (
    <div className="work-feedback">
      {visitedOn ? (
        <p className="run-visited">
          {t("run.visitedOn")} <DateText value={visitedOn} />
        </p>
      ) : null}
      <dl className="run-answers">
        {answers.map((answer) => (
          <div key={answer.id}>
            <dt>{answer.wording}</dt>
            <dd>
              <AnswerGiven answer={answer} />
              {answer.wrong ? <span className="run-wrong">{answer.wrong}</span> : null}
              {answer.isFailed ? (
                <span className="run-failed">
                  <Light tone="bad">{t("run.failed")}</Light> <Hazard hazard={answer.hazard} />
                </span>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      {note ? <p className="work-text">{note}</p> : null}
    </div>
  );
}

/** A count of what was found leads to the list of just that. */
function AnswerGiven({ answer: { id, count, told, choice, photo, found } }: { answer: Answer }) {
  const { t } = useTranslation("shell");
  if (photo) return <EvidenceStrip photos={[photo]} />;
  if (found && found.length > 0)
    return (
      <Link to="/matters" search={{ foundBy: id }}>
        {count} {found.join(t("mark.list"))}
      </Link>
    );
  return <span>{told ?? choice ?? count}</span>;
}

/** By the work that is done about it, where the viewer sees some; else by its number. */
function Hazard({ hazard }: { hazard: Answer["hazard"] }) {
  if (!hazard) return null;
  const item = itemToOpen(hazard.items);
  if (!item) return <span className="numeric">{hazard.number}</span>;
  return <ToItem item={{ id: item.id, title: hazard.number }} />;
}
