import { AssignMembersDocument, type Duty } from "@maple-bridge/schema/documents";
import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { duties } from "../../lib/glossary.ts";
import { tellDone } from "../../lib/done.ts";
import type { Problem } from "../../lib/problem.ts";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { vacantDuties } from "../../lib/seats-of.ts";
import type { GridLine } from "./grid-line.ts";
import { useAtOpening } from "../../ui/use-at-opening.ts";
import { SeatFields, seatInput, type SeatValues, seatValuesOn } from "../../ui/seats/seat-fields.tsx";
import { useAskIfFilled } from "../../ui/seats/use-ask-if-filled.tsx";

interface AssignManyDialogProps {
  grids: readonly GridLine[];
  at: string | undefined;
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}

interface Values extends SeatValues {
  duty: Duty;
}

const lacking = (grids: readonly GridLine[], duty: Duty) => grids.filter((grid) => vacantDuties(grid).includes(duty));

/** One member for the same vacant duty of several grids: all of them or none. */
export function AssignManyDialog({ grids: live, at, open, onClose, onDone }: AssignManyDialogProps) {
  const { t } = useTranslation(["grids", "undo", "words"]);
  const [assignMembers] = useCommand(AssignMembersDocument);
  const unlessFilled = useAskIfFilled();
  const grids = useAtOpening(live, open);
  const offered = duties
    .map((duty) => ({ duty, count: lacking(grids, duty).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  async function submit({ duty, ...values }: Values) {
    const places = lacking(grids, duty);
    const { data, problem } = await unlessFilled(async (onlyIfVacant) => {
      const assignments = places.map(({ id }) => ({ gridId: id, duty, onlyIfVacant, ...seatInput(values) }));
      return assignMembers({ assignments });
    });
    if (!data) return reworded(problem, (row, fault) => t("many.fault", { grid: places[row]?.name, fault }));
    const [made] = data.assignMembers;
    const whom = { name: made?.member?.name, badge: made?.member?.badge };
    tellDone({
      text: t("undo:assignedTo", { ...whom, count: places.length, duty: t(`words:duty.${duty}`) }),
      undo: { assignments: data.assignMembers.map(({ id }) => id) },
    });
    onDone();
    return undefined;
  }
  return (
    <FormDialog<Values>
      title={t("many.title")}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("assign.ok")}
      width={640}
      initialValues={{ ...seatValuesOn(at), duty: offered[0]?.duty }}
    >
      <Form.Item name="duty" label={t("many.duty")}>
        <Select
          options={offered.map(({ duty, count }) => ({
            value: duty,
            label: t("many.dutyOf", { duty: t(`words:duty.${duty}`), grids: count }),
          }))}
        />
      </Form.Item>
      <Places grids={grids} />
    </FormDialog>
  );
}

function Places({ grids }: { grids: readonly GridLine[] }) {
  const { t, i18n } = useTranslation("grids");
  const duty = Form.useWatch<Duty | undefined>("duty");
  const places = duty ? lacking(grids, duty) : [];
  const [first] = places;
  const listed = new Intl.ListFormat(i18n.language);
  if (!duty || !first) return null;
  return (
    <>
      <p className="note">{t("many.places", { names: listed.format(places.map(({ name }) => name)) })}</p>
      <SeatFields key={duty} gridId={first.id} duty={duty} mayEnd />
    </>
  );
}

/** A fault of a row says which grid it is about, because no field stands for it. */
function reworded(problem: Problem, wordsOf: (row: number, message: string) => string): Problem {
  return {
    ...problem,
    faults: problem.faults.map((fault) => {
      const [, list, row] = fault.path;
      const isOfRow = list === "assignments" && typeof row === "number";
      return isOfRow ? { ...fault, message: wordsOf(row, fault.message) } : fault;
    }),
  };
}
