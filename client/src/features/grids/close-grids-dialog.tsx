import { CloseGridsDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { type Answer, inPortions, type ManyRow } from "../../ui/bulk/many.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { ClosingFields } from "./closing-fields.tsx";

interface Values {
  on: string;
  endAssignments: boolean;
  reason?: string;
}

export interface ManyDialogProps {
  rows: readonly ManyRow[];
  open: boolean;
  onClose: () => void;
  onAnswers: (answers: readonly Answer[]) => void;
}

/** Closes those that can be closed. */
export function CloseGridsDialog({ rows, open, onClose, onAnswers }: ManyDialogProps) {
  const { t } = useTranslation(["grids", "grid-drawer", "bulk"]);
  const [closeGrids] = useCommand(CloseGridsDocument);
  async function submit({ reason, ...values }: Values) {
    const { answers, problem } = await inPortions(rows, async (some) => {
      const how = { ...values, reason: reason || undefined };
      const { data, problem } = await closeGrids({ rows: some, mode: "THOSE_THAT_CAN", ...how });
      return data ? { data: data.closeGrids } : { problem };
    });
    if (answers.length > 0) onAnswers(answers);
    return problem;
  }
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
