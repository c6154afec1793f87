import { AssignMemberDocument, type Duty } from "@maple-bridge/schema/documents";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { tellDone } from "../../lib/done.ts";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../form-dialog.tsx";
import { type SeatsOfGrid, seatsOf, vacantDuties } from "../../lib/seats-of.ts";
import { SeatFields, seatInput, type SeatValues, seatValuesOn } from "./seat-fields.tsx";
import { useAskIfFilled } from "./use-ask-if-filled.tsx";
import { useKept } from "./use-kept.ts";

/** The grid whose seat is filled, and who holds its seats now. */
interface Place extends SeatsOfGrid {
  id: string;
  name: string;
  seats: readonly { duty: Duty; isFilled: boolean; holder?: { name: string; badge: string } | null }[];
}

interface AssignDialogProps {
  grid: Place;
  /** The duty of the vacant seat; the dialog is open while there is one. */
  duty: Duty | undefined;
  at?: string;
  /** The address says whether it is open. */
  isInAddress?: boolean;
  onClose: () => void;
}

export function AssignDialog({ grid, duty, at, isInAddress, onClose }: AssignDialogProps) {
  const { t } = useTranslation(["grids", "undo", "words"]);
  const [assignMember] = useCommand(AssignMemberDocument);
  const unlessFilled = useAskIfFilled();
  const shown = useKept(duty);
  if (!shown) return null;
  async function submit(values: SeatValues) {
    const { data, problem } = await unlessFilled((onlyIfVacant) =>
      assignMember({ gridId: grid.id, duty: shown!, onlyIfVacant, ...seatInput(values) }),
    );
    if (!data) return problem;
    const { id, member } = data.assignMember;
    const whom = { name: member?.name, badge: member?.badge };
    tellDone({
      text: t("undo:assigned", { ...whom, grid: grid.name, duty: t(`words:duty.${shown!}`) }),
      undo: { assignments: [id] },
    });
    return undefined;
  }
  return (
    <FormDialog<SeatValues>
      key={shown}
      title={t("assign.title", { grid: grid.name, duty: t(`words:duty.${shown}`) })}
      open={duty !== undefined}
      isInAddress={isInAddress}
      onClose={onClose}
      onSubmit={submit}
      okText={t("assign.ok")}
      width={640}
      initialValues={seatValuesOn(at)}
    >
      {duty ? <FilledNote grid={grid} duty={duty} /> : null}
      <SeatFields gridId={grid.id} duty={shown} mayEnd />
    </FormDialog>
  );
}

/** Somebody else has filled the seat while this one was choosing. */
function FilledNote({ grid, duty }: { grid: Place; duty: Duty }) {
  const { t, i18n } = useTranslation("grids");
  const seats = seatsOf(grid, duty);
  if (seats.length === 0 || vacantDuties(grid).includes(duty)) return null;
  const names = seats.map(({ holder }) => (holder ? `${holder.name} ${holder.badge}` : t("seat.outOfSight")));
  const holders = new Intl.ListFormat(i18n.language).format(names);
  return <Alert className="seat-filled" type="warning" showIcon role="alert" title={t("filled.note", { holders })} />;
}
