import { useTranslation } from "react-i18next";
import { clockText } from "../../lib/clock.ts";
import { type Problem, wordsOf } from "../../lib/problem.ts";

/** What went wrong, and the number to tell an administrator; a lock-out says when it ends. */
export function DoorNote({ problem }: { problem: Problem | undefined }) {
  const { t } = useTranslation(["sign-in", "shell"]);
  if (!problem) return null;
  const { retryAt, code, requestId } = problem;
  const { title, told } = retryAt
    ? { title: t("lockedUntil", { time: clockText(retryAt) }), told: [] }
    : wordsOf(problem);
  return (
    <div role="alert" className="door-note">
      <p>{title}</p>
      {told.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {code === "INTERNAL" && requestId ? <p>{t("shell:problem.request", { id: requestId })}</p> : null}
    </div>
  );
}
