import { ReplaceHolderDocument } from "@maple-bridge/schema/documents";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import type { Assignment, GridDetails } from "./grid-details.ts";
import { SeatFields, seatInput, type SeatValues, seatValuesOn } from "./seat-fields.tsx";

export interface HolderDialogProps {
  grid: GridDetails;
  assignment: Assignment;
  at: string | undefined;
  open: boolean;
  onClose: () => void;
}

export function ReplaceDialog({ grid, assignment, at, open, onClose }: HolderDialogProps) {
  const { t } = useTranslation(["grids", "words"]);
  const { message } = App.useApp();
  const [replaceHolder] = useCommand(ReplaceHolderDocument);
  const { id, version, duty, member } = assignment;
  async function submit(values: SeatValues) {
    const { to: _kept, ...successor } = seatInput(values);
    const { problem } = await replaceHolder({ assignmentId: id, expectedVersion: version, ...successor });
    if (!problem) void message.success(t("replace.done"));
    return problem;
  }
  return (
    <FormDialog<SeatValues>
      title={t("replace.title", {
        grid: grid.name,
        duty: t(`words:duty.${duty}`),
        holder: member ? `${member.name} ${member.badge}` : t("seat.outOfSight"),
      })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("replace.ok")}
      width={640}
      initialValues={seatValuesOn(at)}
    >
      <SeatFields gridId={grid.id} duty={duty} mayEnd={false} />
    </FormDialog>
  );
}
