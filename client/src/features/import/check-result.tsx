import { WriteImportDocument } from "@maple-bridge/schema/documents";
import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../lib/problem.ts";
import { useCommand } from "../../lib/use-command.ts";
import { may } from "../../lib/viewer.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { Section } from "../../ui/section.tsx";
import { Causes } from "./causes.tsx";
import { Corrections } from "./corrections.tsx";
import { Creations } from "./creations.tsx";
import { ErrorTable } from "./error-table.tsx";
import type { Cause } from "./chosen.ts";
import type { Run } from "./run.ts";
import { changesOf, SummaryList } from "./summary-list.tsx";

interface CheckResultProps {
  run: Run;
  /** The assumptions were changed after the check. */
  isStale: boolean;
  onWriting: () => void;
  onFix: (causes: readonly Cause[]) => void;
}

export function CheckResult({ run, isStale, onWriting, onFix }: CheckResultProps) {
  const { t } = useTranslation("import");
  if (run.errorCount === 0) return <Ready run={run} isStale={isStale} onWriting={onWriting} />;
  return (
    <Section title={t("result.wrongTitle")}>
      <Alert type="warning" showIcon title={t("result.wrong", { count: run.errorCount })} />
      <Causes run={run} onFix={onFix} />
      {may(run, "CORRECT_IMPORT") ? <Corrections run={run} /> : null}
      <ErrorTable id={run.id} />
    </Section>
  );
}

function Ready({ run, isStale, onWriting }: Omit<CheckResultProps, "onFix">) {
  const { t } = useTranslation("import");
  const [writeImport, starting] = useCommand(WriteImportDocument);
  const [problem, setProblem] = useState<Problem>();
  const changes = changesOf(run.summary);

  async function write() {
    const { problem: refused } = await writeImport({ id: run.id, expectedVersion: run.version });
    setProblem(refused);
    if (!refused) onWriting();
  }

  return (
    <Section title={t("result.readyTitle")}>
      <Alert type="success" showIcon title={t(changes === 0 ? "result.nothing" : "result.ready")} />
      <SummaryList summary={run.summary} kind={run.kind} />
      <Creations run={run} />
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="import-actions">
        {may(run, "WRITE_IMPORT") ? (
          <Button type="primary" disabled={isStale} loading={starting} onClick={() => void write()}>
            {t("result.write")}
          </Button>
        ) : null}
        <span className="note">{t(isStale ? "result.stale" : "result.writeNote")}</span>
      </div>
    </Section>
  );
}
