import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Problem } from "../lib/problem.ts";

/** What went wrong in words, the number to tell an administrator, and a way to try again. */
export function ProblemNote({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const { t } = useTranslation("shell");
  const loose = problem.faults.map((fault) => fault.message);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={problem.message}
      description={
        loose.length > 0 || problem.requestId ? (
          <>
            {loose.map((message) => (
              <div key={message}>{message}</div>
            ))}
            {problem.code === "INTERNAL" && problem.requestId ? (
              <div className="request-id">{t("problem.request", { id: problem.requestId })}</div>
            ) : null}
          </>
        ) : undefined
      }
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
