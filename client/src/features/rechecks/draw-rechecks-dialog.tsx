import { DrawRechecksDocument } from "@maple-bridge/schema/documents";
import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import type { CreationDialog } from "../../ui/list-page/creations.tsx";
import { WhyField } from "../../ui/work/why-field.tsx";
import { monthsBefore, monthShown } from "./months.ts";
import { PerMonthNote } from "./per-month-note.tsx";
import { StationField } from "../../ui/station-field.tsx";

const monthsBack = 12;

/** By hand: of a month that is over. Each is drawn from by itself in the night after its end. */
export function DrawRechecksDialog({ open, onClose, onMade }: CreationDialog) {
  const { t } = useTranslation("rechecks");
  const [drawRechecks] = useCommand(DrawRechecksDocument);
  const months = monthsBefore(today(), monthsBack);
  return (
    <FormDialog<{ stationId: string; month: string; reason?: string }>
      title={t("draw.do")}
      open={open}
      onClose={onClose}
      initialValues={{ month: months[0] }}
      onSubmit={async ({ reason, ...of }) => {
        const { data, problem } = await drawRechecks({ ...of, reason: reason ?? null });
        const first = data?.drawRechecks.rechecks[0]?.id;
        if (first) onMade(first);
        return problem;
      }}
      okText={t("draw.ok")}
    >
      <p className="note">{t("draw.note")}</p>
      <StationField label={t("station")} />
      <PerMonthNote />
      <Form.Item name="month" label={t("month")} rules={[{ required: true }]}>
        <Select options={months.map((value) => ({ value, label: monthShown(value) }))} />
      </Form.Item>
      <WhyField label={t("draw.why")} />
    </FormDialog>
  );
}
