import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import type { Answer, ManyRow } from "./many.ts";

interface AnswersNoteProps {
  /** What was done. */
  deed: string;
  rows: readonly ManyRow[];
  answers: readonly Answer[];
  onClose: () => void;
}

/** What came of each of many rows: how many were done, and of the others why not. */
export function AnswersNote({ deed, rows, answers, onClose }: AnswersNoteProps) {
  const { t } = useTranslation("bulk");
  const refused = answers.filter(({ isDone }) => !isDone);
  const nameOf = (id: string) => rows.find((row) => row.id === id)?.name ?? id;
  return (
    <Alert
      className="bulk-answers"
      type={refused.length > 0 ? "warning" : "success"}
      role="status"
      closable={{ onClose }}
      title={t("done", { deed, done: answers.length - refused.length, refused: refused.length })}
      description={
        refused.length === 0 ? undefined : (
          <ul className="plain">
            {refused.map(({ id, message }) => (
              <li key={id}>
                <strong>{nameOf(id)}</strong> {message}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
