import { FillRunLateDocument, RunToFillDocument, SubmitWorkDocument } from "@maple-bridge/schema/documents";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { noAnswer, problemOf } from "../../lib/problem.ts";
import { useCommand } from "../../lib/use-command.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../await-data.tsx";
import { EmptyNote } from "../empty-note.tsx";
import { FormDialog } from "../form-dialog.tsx";
import { answersOf, type Filled } from "./run.ts";
import { dropDraft } from "./run-draft.ts";
import { RunFields } from "./run-fields.tsx";
import "./run.css";

interface RunDialogProps {
  id: string;
  open: boolean;
  onClose: () => void;
  onDone?: () => void;
  isInAddress?: boolean;
}

/** A run of a checklist as a form of its items, made for a thumb. What is filled in is kept on the phone until it is sent. */
export function RunDialog({ id, open, onClose, onDone, isInAddress }: RunDialogProps) {
  const { t } = useTranslation("work");
  const { message } = App.useApp();
  const client = useClient();
  const [submitWork] = useCommand(SubmitWorkDocument);
  const [fillRunLate] = useCommand(FillRunLateDocument);
  const { isAnswer, ...read } = useRead(RunToFillDocument, { id }, !open);
  const data = isAnswer ? read.data : undefined;
  const run = data?.workItem;

  async function submit(filled: Filled) {
    // Which of its photos have come meanwhile is known to the server alone.
    const now = await client.query(RunToFillDocument, { id }, { requestPolicy: "network-only" }).toPromise();
    const current = now.data?.workItem;
    if (!current) return problemOf(now.error) ?? noAnswer();
    const runReport = { answers: answersOf(current, filled), note: filled.runReport?.note?.trim() || null };
    const { visitedOn, reason } = filled;
    const isLate = current.state === "MISSED";
    const { problem } = isLate
      ? await fillRunLate({ id, runReport, visitedOn: visitedOn ?? "", reason: reason ?? "" })
      : await submitWork({ id, runReport });
    if (problem) return problem;
    dropDraft(current);
    void message.success(t("run.sent", { number: current.number }));
    return undefined;
  }

  return (
    <FormDialog<Filled>
      title={run ? run.title : t("run.one")}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      onSent={onDone}
      okText={t(run?.state === "MISSED" ? "deed.fillLate" : "run.send")}
      isInAddress={isInAddress}
      width={560}
    >
      <AwaitData read={{ ...read, data }} rows={8}>
        {() => (run?.checklist ? <RunFields key={run.round} run={run} /> : <EmptyNote title={t("gone")} />)}
      </AwaitData>
    </FormDialog>
  );
}
