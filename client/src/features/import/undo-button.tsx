import { UndoImportDocument } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../lib/problem.ts";
import { useCommand } from "../../lib/use-command.ts";
import { may } from "../../lib/viewer.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { useConfirm } from "../../ui/use-confirm.ts";
import type { Run } from "./run.ts";

/** Takes back what the import has made; what stands on it is told where it cannot. */
export function UndoButton({ run }: { run: Run }) {
  const { t } = useTranslation("import");
  const confirm = useConfirm();
  const [undoImport, running] = useCommand(UndoImportDocument);
  const [problem, setProblem] = useState<Problem>();
  if (!may(run, "UNDO_IMPORT")) return null;
  async function undo() {
    const question = { title: t("undo.title"), content: t("undo.note"), okText: t("undo.do"), danger: true };
    if (!(await confirm(question))) return;
    setProblem((await undoImport({ id: run.id, expectedVersion: run.version })).problem);
  }
  return (
    <div className="import-undo">
      {problem ? <ProblemNote problem={problem} /> : null}
      <Button danger loading={running} onClick={() => void undo()}>
        {t("undo.do")}
      </Button>{" "}
      <span className="note">{t("undo.hint")}</span>
    </div>
  );
}
