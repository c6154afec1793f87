import type { SignCleanWeeksMutation } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";

export interface SignAnswers {
  week: string;
  answers: SignCleanWeeksMutation["signCleanWeeks"];
}

interface SignAnswersProps {
  signed: SignAnswers | undefined;
  unitId: string;
  onClose: () => void;
}

/** So many were signed; those that were not are named with why, each leading to its week. */
export function SignAnswersNote({ signed, unitId, onClose }: SignAnswersProps) {
  const { t } = useTranslation("review");
  if (!signed) return null;
  const { week, answers } = signed;
  const left = answers.filter(({ isSigned, refusal }) => !isSigned && refusal !== "WEEK_SIGNED");
  return (
    <Alert
      className="review-answers"
      type={left.length === 0 ? "success" : "warning"}
      showIcon
      closable={{ onClose, "aria-label": t("signClean.close") }}
      title={t("signClean.done", { count: answers.filter(({ isSigned }) => isSigned).length, left: left.length })}
      description={
        left.length === 0 ? undefined : (
          <ul className="plain">
            {left.map(({ memberId, member, message }) => (
              <li key={memberId}>
                <Link to="/review/week" search={{ member: memberId, unit: unitId, week }}>
                  {member}
                </Link>
                <span>{message}</span>
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
