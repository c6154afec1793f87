import { UpdateGridDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import type { GridDialogProps } from "./close-grid-dialog.tsx";
import { cleared, GridFields, type GridValues } from "./grid-fields.tsx";

export function UpdateGridDialog({ grid, open, onClose }: GridDialogProps) {
  const { t } = useTranslation("grids");
  const [updateGrid] = useCommand(UpdateGridDocument);
  const { id, version, code, name, kind, complexity, level, households, population, countedYear, openedOn } = grid;
  const submit = async (values: GridValues) =>
    (await updateGrid({ id, expectedVersion: version, ...cleared(values) })).problem;
  return (
    <FormDialog<GridValues>
      title={t("update.title", { name })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      width={640}
      initialValues={{
        ...{ code, name, kind, complexity, level, households, population, countedYear, openedOn },
        policeRoomId: grid.policeRoom?.id,
        divisionId: grid.division?.id,
      }}
    >
      <GridFields grid={grid} />
    </FormDialog>
  );
}
