import { MoveGridDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import type { GridDialogProps } from "./close-grid-dialog.tsx";
import { PoliceRoomField, StationField } from "./place-fields.tsx";

interface Values {
  stationId: string;
  policeRoomId?: string;
}

export function MoveGridDialog({ grid, open, onClose }: GridDialogProps) {
  const { t } = useTranslation("grids");
  const [moveGrid] = useCommand(MoveGridDocument);
  const { id, version, name, station } = grid;
  const submit = async (values: Values) => (await moveGrid({ id, expectedVersion: version, ...values })).problem;
  return (
    <FormDialog<Values>
      title={t("move.title", { name })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("move.menu")}
    >
      <StationField extra={t("move.note", { station: station.name })} />
      <PoliceRoomField />
    </FormDialog>
  );
}
