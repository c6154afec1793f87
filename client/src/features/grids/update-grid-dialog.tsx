import { UpdateGridDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import type { GridDialogProps } from "./close-grid-dialog.tsx";
import { FromField } from "./from-field.tsx";
import { cleared, GridFields, type GridValues } from "./grid-fields.tsx";

interface DatedDialogProps extends GridDialogProps {
  /** The day that is looked at; today when there is none. */
  at: string | undefined;
}

/** Only what was changed is sent: on another day the rest may have been something else. */
export function UpdateGridDialog({ grid, at, open, onClose }: DatedDialogProps) {
  const { t } = useTranslation("grids");
  const [updateGrid] = useCommand(UpdateGridDocument);
  const { id, version, code, name, kind, complexity, level, households, population, countedYear, openedOn } = grid;
  const shown = {
    ...{ code, name, kind, complexity, level, households, population, countedYear, openedOn },
    policeRoomId: grid.policeRoom?.id,
    divisionId: grid.division?.id,
  };
  const submit = async ({ from, reason, ...values }: GridValues) => {
    const changes = changesOf(cleared(shown), cleared(values));
    return (await updateGrid({ id, expectedVersion: version, ...changes, from, reason: reason || undefined })).problem;
  };
  return (
    <FormDialog<GridValues>
      title={t("update.title", { name })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      width={640}
      initialValues={{ ...shown, from: at ?? today() }}
    >
      <GridFields grid={grid} />
      <FromField hint={t("from.hint")} />
    </FormDialog>
  );
}

const changesOf = <T extends object>(before: T, after: T): Partial<T> =>
  Object.fromEntries(Object.entries(after).filter(([key, value]) => before[key as keyof T] !== value)) as Partial<T>;
