import { CorrectRecheckDocument, type RecheckOutcome } from "@maple-bridge/schema/documents";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { WhyField } from "../../ui/work/why-field.tsx";
import { OutcomeFields } from "./outcome-fields.tsx";
import type { RecheckDialogProps } from "./recheck-dialog.tsx";

interface Values {
  outcome: RecheckOutcome;
  text: string;
  reason: string;
}

export function CorrectRecheckDialog({ recheck, open, onClose }: RecheckDialogProps) {
  const { t } = useTranslation("rechecks");
  const [correctRecheck] = useCommand(CorrectRecheckDocument);
  const last = recheck.results.at(-1);
  return (
    <FormDialog<Values>
      title={t("correct.do")}
      open={open}
      onClose={onClose}
      initialValues={{ outcome: last?.outcome, text: last?.text }}
      onSubmit={async (values) => (await correctRecheck({ id: recheck.id, ...values })).problem}
    >
      <OutcomeFields />
      <WhyField label={t("correct.reason")} required />
      <Alert type="info" showIcon title={t("correct.note")} />
    </FormDialog>
  );
}
