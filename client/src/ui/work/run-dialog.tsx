import { RunToFillDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { sayDone } from "../../lib/telling.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../await-data.tsx";
import { EmptyNote } from "../empty-note.tsx";
import { FormDialog } from "../form-dialog.tsx";
import type { Filled } from "./run.ts";
import { RunFields } from "./run-fields.tsx";
import { useSendRun } from "./use-send-run.ts";
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
  const send = useSendRun(id);
  const { isAnswer, ...read } = useRead(RunToFillDocument, { id }, !open);
  const data = isAnswer ? read.data : undefined;
  const run = data?.workItem;

  async function submit(filled: Filled) {
    const problem = await send(filled);
    if (!problem) sayDone(t("run.sent", { number: run?.number ?? "" }));
    return problem;
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
