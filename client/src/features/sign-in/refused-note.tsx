import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { clockText } from "../../lib/dates.ts";
import type { Problem } from "../../lib/problem.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";

/** A lock-out says when it ends. */
export function RefusedNote({ problem }: { problem: Problem }) {
  const { t } = useTranslation("sign-in");
  const message = problem.retryAt ? t("lockedUntil", { time: clockText(problem.retryAt) }) : problem.message;
  return (
    <Form.Item>
      <ProblemNote problem={{ ...problem, message, faults: problem.retryAt ? [] : problem.faults }} />
    </Form.Item>
  );
}
