import type { FeedbackFieldsFragment } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { Details } from "../ui/details.tsx";
import { Light } from "../ui/light.tsx";
import { useFeedbackLines } from "../ui/work/use-feedback-lines.ts";
import { PhotoRow } from "./photo-row.tsx";

type Report = Extract<FeedbackFieldsFragment, { answers: unknown }>;

/** What was brought back. */
export function FeedbackGiven({ feedback }: { feedback: FeedbackFieldsFragment }) {
  const lines = useFeedbackLines(feedback);
  return "answers" in feedback ? <Answers report={feedback} /> : <Details items={lines} />;
}

function Answers({ report: { answers, note } }: { report: Report }) {
  const { t } = useTranslation(["work", "shell"]);
  return (
    <>
      <Details
        items={answers.map(({ id, wording, told, choice, count, photo, isFailed, wrong, found }) => ({
          label: wording,
          value: (
            <>
              {photo ? <PhotoRow photos={[photo]} /> : null}
              {found && found.length > 0 ? (
                <a href={`/matters?foundBy=${id}`}>
                  {count} {found.join(t("shell:mark.list"))}
                </a>
              ) : (
                (told ?? choice ?? count)
              )}{" "}
              {wrong} {isFailed ? <Light tone="bad">{t("run.failed")}</Light> : null}
            </>
          ),
        }))}
      />
      {note ? <p className="phone-text">{note}</p> : null}
    </>
  );
}
