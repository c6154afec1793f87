import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { type Problem, wordsOf } from "../lib/problem.ts";

/** What went wrong in words, the number to tell an administrator, and a way to try again. */
export function ProblemNote({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const { t } = useTranslation("shell");
  const requestId = problem.code === "INTERNAL" ? problem.requestId : undefined;
  const { title, told } = wordsOf(problem);
  const details = [...told, ...(requestId ? [t("problem.request", { id: requestId })] : [])];
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={title}
      description={details.length > 0 ? details.map((detail) => <div key={detail}>{detail}</div>) : undefined}
      action={
        onRetry ? (
          <Button size="small" onClick={onRetry}>
            {t("retry")}
          </Button>
        ) : undefined
      }
    />
  );
}
