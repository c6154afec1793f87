import { CreateGridDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { useBeginning } from "../../ui/use-units.ts";
import { GridFields, type GridValues } from "./grid-fields.tsx";
import { takesGrids } from "./takes-grids.ts";

interface CreateGridDialogProps {
  open: boolean;
  onClose: () => void;
  onMade: (id: string) => void;
  /** A unit that the page shows: when it is a station, the grid begins there. */
  stationOf: string | undefined;
}

interface Values extends GridValues {
  stationId: string;
}

export function CreateGridDialog({ open, onClose, onMade, stationOf }: CreateGridDialogProps) {
  const { t } = useTranslation("grids");
  const [createGrid] = useCommand(CreateGridDocument);
  const beginning = useBeginning(takesGrids, stationOf, !open);
  async function submit(values: Values) {
    const { data, problem } = await createGrid(values);
    if (data) onMade(data.createGrid.id);
    return problem;
  }
  return (
    <FormDialog<Values>
      title={t("create.title")}
      open={open && beginning !== undefined}
      onClose={onClose}
      onSubmit={submit}
      okText={t("create.ok")}
      width={640}
      initialValues={{
        kind: "VILLAGE",
        complexity: "ORDINARY",
        level: 3,
        openedOn: today(),
        stationId: beginning?.unitId,
      }}
    >
      <GridFields grid={undefined} />
    </FormDialog>
  );
}
