import { Button } from "antd-mobile";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Problem, wordsOf } from "../lib/problem.ts";
import { type Tone, tones } from "../ui/tones.ts";

/** A strip of words over what it is about. */
export function Note({ tone, children }: { tone: Tone; children: ReactNode }) {
  const { words, ground, edge } = tones[tone];
  return (
    <div
      className="phone-note"
      role={tone === "bad" ? "alert" : "status"}
      style={{ color: words, background: ground, borderColor: edge }}
    >
      {children}
    </div>
  );
}

/** What went wrong in words, and a way to try again. */
export function ProblemSaid({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const { t } = useTranslation("shell");
  const { title, told } = wordsOf(problem);
  return (
    <Note tone="bad">
      <div>{title}</div>
      {told.map((line) => (
        <div key={line}>{line}</div>
      ))}
      {problem.code === "INTERNAL" && problem.requestId ? (
        <div>{t("problem.request", { id: problem.requestId })}</div>
      ) : null}
      {onRetry ? (
        <Button size="small" onClick={onRetry}>
          {t("retry")}
        </Button>
      ) : null}
    </Note>
  );
}
