import { CloseGridsDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { type ManyDialogProps, sendAll } from "../../ui/bulk/many.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { ClosingFields } from "./closing-fields.tsx";

interface Values {
  on: string;
  endAssignments: boolean;
  reason?: string;
}

/** Closes those that can be closed. */
export function CloseGridsDialog({ rows, open, onClose, onAnswers }: ManyDialogProps) {
  const { t } = useTranslation(["grids", "grid-drawer", "bulk"]);
  const [closeGrids] = useCommand(CloseGridsDocument);
  const submit = ({ reason, ...values }: Values) =>
    sendAll(
      { rows, onAnswers },
      (some) => closeGrids({ ...some, ...values, reason: reason || undefined }),
      (data) => data.closeGrids,
    );
  return (
    <FormDialog<Values>
      title={t("bulk:grids.close", { count: rows.length })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("grid-drawer:close.menu")}
      initialValues={{ on: today(), endAssignments: false }}
    >
      <ClosingFields />
    </FormDialog>
  );
}
