import { AssignMemberDocument, type Duty } from "@maple-bridge/schema/documents";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import type { GridDetails } from "./grid-details.ts";
import { SeatFields, seatInput, type SeatValues, seatValuesOn } from "./seat-fields.tsx";
import { useKept } from "./use-kept.ts";

interface AssignDialogProps {
  grid: GridDetails;
  /** The duty of the vacant seat; the dialog is open while there is one. */
  duty: Duty | undefined;
  at: string | undefined;
  onClose: () => void;
}

export function AssignDialog({ grid, duty, at, onClose }: AssignDialogProps) {
  const { t } = useTranslation(["grids", "words"]);
  const { message } = App.useApp();
  const [assignMember] = useCommand(AssignMemberDocument);
  const shown = useKept(duty);
  if (!shown) return null;
  async function submit(values: SeatValues) {
    const { problem } = await assignMember({ gridId: grid.id, duty: shown!, ...seatInput(values) });
    if (!problem) void message.success(t("assign.done"));
    return problem;
  }
  return (
    <FormDialog<SeatValues>
      key={shown}
      title={t("assign.title", { grid: grid.name, duty: t(`words:duty.${shown}`) })}
      open={duty !== undefined}
      isInAddress
      onClose={onClose}
      onSubmit={submit}
      okText={t("assign.ok")}
      width={640}
      initialValues={seatValuesOn(at)}
    >
      <SeatFields gridId={grid.id} duty={shown} mayEnd />
    </FormDialog>
  );
}
