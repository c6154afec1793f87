import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import type { ListSearch } from "../lib/list-state.ts";
import { type Problem, wordsOf } from "../lib/problem.ts";
import { usePatch } from "../lib/url-state.ts";

interface ProblemNoteProps {
  problem: Problem;
  onRetry?: () => void;
  retryText?: string;
}

/** What went wrong in words, the number to tell an administrator, and a way to try again. */
export function ProblemNote({ problem, onRetry, retryText }: ProblemNoteProps) {
  const { t } = useTranslation("shell");
  const requestId = problem.code === "INTERNAL" ? problem.requestId : undefined;
  const { title, told } = wordsOf(problem);
  const details = [...told, ...(requestId ? [t("problem.request", { id: requestId })] : [])];
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={isOfCursor(problem) ? t("table.noSuchPage") : title}
      description={details.length > 0 ? details.map((detail) => <div key={detail}>{detail}</div>) : undefined}
      action={isOfCursor(problem) ? <FirstPage /> : onRetry ? <Retry onRetry={onRetry} text={retryText} /> : undefined}
    />
  );
}

function Retry({ onRetry, text }: { onRetry: () => void; text: string | undefined }) {
  const { t } = useTranslation("shell");
  return (
    <Button size="small" onClick={onRetry}>
      {text ?? t("retry")}
    </Button>
  );
}

/** An address with a page that there is none of stays wrong however often it is asked. */
function FirstPage() {
  const { t } = useTranslation("shell");
  const { refine } = usePatch<ListSearch>();
  return (
    <Button size="small" onClick={() => refine({})}>
      {t("table.first")}
    </Button>
  );
}

const isOfCursor = ({ faults }: Problem) => faults.some(({ code }) => code === "CURSOR");
