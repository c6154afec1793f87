import { RetireChecklistDocument } from "@maple-bridge/schema/documents";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { WhyField } from "../../ui/work/why-field.tsx";
import type { Checklist } from "./content.ts";

interface RetireChecklistDialogProps {
  checklist: Checklist;
  open: boolean;
  onClose: () => void;
}

export function RetireChecklistDialog({ checklist: { id, name, version }, open, onClose }: RetireChecklistDialogProps) {
  const { t } = useTranslation("checklists");
  const [retireChecklist] = useCommand(RetireChecklistDocument);
  return (
    <FormDialog<{ reason: string }>
      title={t("retire.title", { name })}
      open={open}
      onClose={onClose}
      onSubmit={async ({ reason }) => (await retireChecklist({ id, expectedVersion: version, reason })).problem}
      okText={t("retire.do")}
    >
      <Alert type="warning" showIcon title={t("retire.note")} />
      <WhyField required most={200} />
    </FormDialog>
  );
}
