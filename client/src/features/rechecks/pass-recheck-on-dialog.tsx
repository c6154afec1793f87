import { PassRecheckOnDocument } from "@maple-bridge/schema/documents";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { WhyField } from "../../ui/work/why-field.tsx";
import type { RecheckDialogProps } from "./recheck-dialog.tsx";

export function PassRecheckOnDialog({ recheck, open, onClose }: RecheckDialogProps) {
  const { t } = useTranslation("rechecks");
  const [passRecheckOn] = useCommand(PassRecheckOnDocument);
  return (
    <FormDialog<{ reason: string }>
      title={t("passOn.do")}
      open={open}
      onClose={onClose}
      onSubmit={async ({ reason }) => (await passRecheckOn({ id: recheck.id, reason })).problem}
      okText={t("passOn.do")}
    >
      <Alert type="info" showIcon title={t("passOn.note")} />
      <WhyField required />
    </FormDialog>
  );
}
