import { ApplyDeadlinePresetDocument } from "@maple-bridge/schema/documents";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { WhyField } from "../../ui/work/why-field.tsx";

export function DeadlinePresetDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation("deadline-rules");
  const [applyPreset] = useCommand(ApplyDeadlinePresetDocument);
  return (
    <FormDialog<{ reason?: string }>
      title={t("preset.apply")}
      open={open}
      onClose={onClose}
      onSubmit={async (values) => (await applyPreset({ preset: "USUAL", ...values })).problem}
      okText={t("preset.ok")}
    >
      <p>{t("preset.means")}</p>
      <WhyField />
      <Alert type="warning" showIcon title={t("preset.warning")} />
    </FormDialog>
  );
}
