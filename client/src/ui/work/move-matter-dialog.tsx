import { type Duty, type MovedWork, MoveMatterDocument } from "@maple-bridge/schema/documents";
import { Form, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../form-dialog.tsx";
import { WhoAnswers } from "./address-fields.tsx";
import { GridSelect } from "./grid-select.tsx";
import type { Matter, MatterDialogProps } from "./matter.ts";
import { WhyField } from "./why-field.tsx";

interface Values {
  gridId: string;
  work?: MovedWork;
  reason?: string;
}

const ways = ["STAYS", "READDRESSED"] as const satisfies readonly MovedWork[];

/** To another grid; where work at seats of the one it leaves is open, it says who would take each and asks what becomes of it. */
export function MoveMatterDialog({ matter, open, onClose }: MatterDialogProps) {
  const { t } = useTranslation("work");
  const [moveMatter] = useCommand(MoveMatterDocument);
  const { id, version, title, grid } = matter;
  const atSeats = workAtSeats(matter);
  return (
    <FormDialog<Values>
      title={t("deedTitle", { deed: t("matter.move"), title })}
      open={open}
      onClose={onClose}
      onSubmit={async (values) => (await moveMatter({ id, expectedVersion: version, ...values })).problem}
      okText={t("matter.move")}
      width={640}
    >
      {grid ? <p className="note">{t("matter.movesFrom", { grid: grid.name })}</p> : null}
      <Form.Item name="gridId" label={t("matter.toGrid")} rules={[{ required: true }]}>
        <GridSelect autoFocus />
      </Form.Item>
      <WhoWouldTake atSeats={atSeats} />
      {atSeats.length > 0 ? (
        <Form.Item
          name="work"
          label={t("matter.seatWork")}
          extra={t("matter.seatWorkHint")}
          rules={[{ required: true }]}
        >
          <Radio.Group options={ways.map((value) => ({ value, label: t(`matter.moved.${value}`) }))} />
        </Form.Item>
      ) : null}
      <WhyField />
    </FormDialog>
  );
}

interface AtSeat {
  id: string;
  number: string;
  title: string;
  duty: Duty;
}

const workAtSeats = ({ grid, items }: Matter): AtSeat[] =>
  items.flatMap(({ id, number, title, isOpen, duty, grid: at }) =>
    isOpen && duty && at?.id === grid?.id ? [{ id, number, title, duty }] : [],
  );

/** Each piece of work at a seat, and who answers for the same seat of the other grid. */
function WhoWouldTake({ atSeats }: { atSeats: readonly AtSeat[] }) {
  const { t } = useTranslation(["work", "words"]);
  const gridId = Form.useWatch<string | undefined>("gridId");
  if (!gridId) return null;
  const duties = atSeats.length === 0 ? [usual] : atSeats.map(({ duty }) => duty);
  return (
    <ul className="work-lines work-takers">
      {[...new Set(duties)].map((duty) => (
        <li key={duty}>
          <strong>{t(`words:duty.${duty}`)}</strong> <WhoAnswers gridId={gridId} duty={duty} />
          {atSeats
            .filter((item) => item.duty === duty)
            .map(({ id, number, title }) => (
              <span key={id} className="note">
                {title} {number}
              </span>
            ))}
        </li>
      ))}
    </ul>
  );
}

const usual: Duty = "RESPONSIBLE_OFFICER";
