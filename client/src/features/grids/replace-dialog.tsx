import { ReplaceHolderDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { tellDone } from "../../lib/done.ts";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import type { Assignment, GridDetails } from "./grid-details.ts";
import { SeatFields, seatInput, type SeatValues, seatValuesOn } from "../../ui/seats/seat-fields.tsx";

export interface HolderDialogProps {
  grid: GridDetails;
  assignment: Assignment;
  at: string | undefined;
  open: boolean;
  onClose: () => void;
}

export function ReplaceDialog({ grid, assignment, at, open, onClose }: HolderDialogProps) {
  const { t } = useTranslation(["grids", "undo", "words"]);
  const [replaceHolder] = useCommand(ReplaceHolderDocument);
  const { id, version, duty, member } = assignment;
  const holder = member ? `${member.name} ${member.badge}` : t("seat.outOfSight");
  async function submit(values: SeatValues) {
    const { to: _kept, ...successor } = seatInput(values);
    const { data, problem } = await replaceHolder({ assignmentId: id, expectedVersion: version, ...successor });
    if (!data) return problem;
    const { member: next } = data.replaceHolder;
    const whom = { name: next?.name, badge: next?.badge, before: holder };
    tellDone({
      text: t("undo:replaced", { ...whom, grid: grid.name, duty: t(`words:duty.${duty}`) }),
      undo: { assignments: [data.replaceHolder.id] },
    });
    return undefined;
  }
  return (
    <FormDialog<SeatValues>
      title={t("replace.title", {
        grid: grid.name,
        duty: t(`words:duty.${duty}`),
        holder,
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
