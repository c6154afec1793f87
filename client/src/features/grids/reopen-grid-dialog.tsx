import { ReopenGridDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";
import type { GridDialogProps } from "./close-grid-dialog.tsx";

/** Takes a closing back; seats that ended with it stay ended. */
export function ReopenGridDialog({ grid: { id, version, name }, open, onClose }: GridDialogProps) {
  const { t } = useTranslation(["grids", "grid-drawer"]);
  const [reopenGrid] = useCommand(ReopenGridDocument);
  return (
    <FormDialog<{ reason?: string }>
      title={t("grid-drawer:reopen.confirm", { name })}
      open={open}
      onClose={onClose}
      onSubmit={async ({ reason }) => (await reopenGrid({ id, expectedVersion: version, reason })).problem}
      okText={t("grid-drawer:reopen.menu")}
    >
      <p className="note">{t("grid-drawer:reopen.note")}</p>
      <ReasonField />
    </FormDialog>
  );
}
