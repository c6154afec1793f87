import { MoveGridsDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { type ManyDialogProps, sendAll } from "../../ui/bulk/many.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { FromField } from "./from-field.tsx";
import { PoliceRoomField, StationField } from "./place-fields.tsx";

interface Values {
  stationId: string;
  policeRoomId?: string;
  from: string;
  reason?: string;
}

/** Gives those that can be moved to another station. */
export function MoveGridsDialog({ rows, open, onClose, onAnswers }: ManyDialogProps) {
  const { t } = useTranslation(["grids", "bulk"]);
  const [moveGrids] = useCommand(MoveGridsDocument);
  const submit = ({ reason, ...values }: Values) =>
    sendAll(
      { rows, onAnswers },
      (some) => moveGrids({ ...some, ...values, reason: reason || undefined }),
      (data) => data.moveGrids,
    );
  return (
    <FormDialog<Values>
      title={t("bulk:grids.move", { count: rows.length })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("move.menu")}
      initialValues={{ from: today() }}
    >
      <StationField extra={t("bulk:grids.moveNote")} />
      <PoliceRoomField />
      <FromField hint={t("from.moveHint")} />
    </FormDialog>
  );
}
