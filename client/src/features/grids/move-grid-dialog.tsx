import { MoveGridDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import type { GridDialogProps } from "./close-grid-dialog.tsx";
import { FromField } from "./from-field.tsx";
import { PoliceRoomField, StationField } from "./place-fields.tsx";

interface Values {
  stationId: string;
  policeRoomId?: string;
  from: string;
  reason?: string;
}

export function MoveGridDialog({ grid, at, open, onClose }: GridDialogProps & { at: string | undefined }) {
  const { t } = useTranslation("grids");
  const [moveGrid] = useCommand(MoveGridDocument);
  const { id, version, name, station } = grid;
  const submit = async ({ reason, ...values }: Values) =>
    (await moveGrid({ id, expectedVersion: version, ...values, reason: reason || undefined })).problem;
  return (
    <FormDialog<Values>
      title={t("move.title", { name })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("move.menu")}
      initialValues={{ from: at ?? today() }}
    >
      <StationField
        extra={t(at ? "move.noteThen" : "move.note", { station: station?.name ?? t("outOfReach"), day: at })}
      />
      <PoliceRoomField />
      <FromField hint={t("from.moveHint")} />
    </FormDialog>
  );
}
