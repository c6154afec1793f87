import { Form, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { keepExport } from "../../lib/files.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { UnitSelect } from "../../ui/unit-select.tsx";
import { periodOf, type Span, spans } from "./period.ts";

interface Values {
  span: Span;
  day: string;
  by: (typeof places)[number];
  unitId?: string;
}

const places = ["STATION", "GRID"] as const;

interface ReportDialogProps {
  unitId: string | undefined;
  open: boolean;
  onClose: () => void;
}

/** The report by category that is handed in each month, as a file. */
export function ReportDialog({ unitId, open, onClose }: ReportDialogProps) {
  const { t } = useTranslation(["ledgers", "shell"]);
  function submit({ span, day, by, unitId: of }: Values) {
    const { from, until } = periodOf(span, day);
    const name = t("report.file", { from, until });
    return keepExport("matrix", { filter: { kind: "DISPUTE", by, unitId: of, from, until } }, { name, format: "xlsx" });
  }
  return (
    <FormDialog<Values>
      title={t("report.title")}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("shell:export")}
      initialValues={{ span: "MONTH", day: today(), by: "STATION", unitId }}
    >
      <p className="note">{t("report.note")}</p>
      <Form.Item name="span" label={t("report.span")}>
        <Radio.Group options={spans.map((value) => ({ value, label: t(`report.spans.${value}`) }))} />
      </Form.Item>
      <Form.Item name="day" label={t("report.day")} rules={[{ required: true }]}>
        <DayField />
      </Form.Item>
      <Form.Item name="by" label={t("report.by")}>
        <Radio.Group options={places.map((value) => ({ value, label: t(`report.places.${value}`) }))} />
      </Form.Item>
      <Form.Item name="unitId" label={t("unit")} extra={t("report.unitHint")}>
        <UnitSelect allowClear />
      </Form.Item>
    </FormDialog>
  );
}
