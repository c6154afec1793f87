import { CloseGridDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { CloseImpact } from "./close-impact.tsx";
import type { GridDetails } from "./grid-details.ts";
import { ClosingFields } from "./closing-fields.tsx";

interface Values {
  on: string;
  endAssignments: boolean;
  reason?: string;
}

export interface GridDialogProps {
  grid: GridDetails;
  open: boolean;
  onClose: () => void;
}

export function CloseGridDialog({ grid, open, onClose }: GridDialogProps) {
  const { t } = useTranslation(["grids", "grid-drawer"]);
  const [closeGrid] = useCommand(CloseGridDocument);
  const { id, version } = grid;
  const submit = async ({ reason, ...values }: Values) =>
    (await closeGrid({ id, expectedVersion: version, ...values, reason: reason || undefined })).problem;
  return (
    <FormDialog<Values>
      title={t("grid-drawer:close.title", { name: grid.name })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("grid-drawer:close.menu")}
      initialValues={{ on: today(), endAssignments: false }}
    >
      <ClosingFields>
        <CloseImpact grid={grid} />
      </ClosingFields>
    </FormDialog>
  );
}
