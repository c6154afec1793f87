import { ReopenWeekDocument } from "@maple-bridge/schema/documents";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { WhyField } from "../../ui/work/why-field.tsx";

interface ReopenDialogProps {
  reviewId: string;
  open: boolean;
  onClose: () => void;
}

export function ReopenDialog({ reviewId, open, onClose }: ReopenDialogProps) {
  const { t } = useTranslation("review");
  const [reopenWeek] = useCommand(ReopenWeekDocument);
  return (
    <FormDialog<{ reason: string }>
      title={t("reopen.title")}
      open={open}
      onClose={onClose}
      onSubmit={async ({ reason }) => (await reopenWeek({ id: reviewId, reason })).problem}
      okText={t("reopen.ok")}
    >
      <WhyField label={t("reopen.reason")} required />
      <Alert type="info" showIcon title={t("reopen.note")} />
    </FormDialog>
  );
}
