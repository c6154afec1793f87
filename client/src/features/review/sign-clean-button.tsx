import { SignCleanWeeksDocument } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { may } from "../../lib/viewer.tsx";
import { useConfirmed } from "../../ui/use-confirmed.ts";
import type { SignAnswers } from "./sign-answers.tsx";
import { lastDayOf } from "./weeks.ts";

interface SignCleanButtonProps {
  station: { id: string; name: string; viewerMay: readonly string[] };
  week: string;
  onSigned: (answers: SignAnswers) => void;
}

/** Signs the week of everybody against whose nothing speaks. */
export function SignCleanButton({ station, week, onSigned }: SignCleanButtonProps) {
  const { t } = useTranslation("review");
  const confirmed = useConfirmed();
  const [signCleanWeeks, signing] = useCommand(SignCleanWeeksDocument);
  if (!may(station, "REVIEW_WEEKS")) return null;
  const days = t("days", { first: week, last: lastDayOf(week) });
  const sign = () =>
    confirmed(
      { title: t("signClean.title", { station: station.name, days }), content: t("signClean.note") },
      async () => {
        const outcome = await signCleanWeeks({ unitId: station.id, week });
        if (outcome.data) onSigned({ week, answers: outcome.data.signCleanWeeks });
        return outcome;
      },
    );
  return (
    <Button size="small" loading={signing} aria-label={t("signClean.of", { days })} onClick={() => void sign()}>
      {t("signClean.open")}
    </Button>
  );
}
