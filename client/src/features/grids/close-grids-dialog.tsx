import { CloseGridsDocument } from "@maple-bridge/schema/documents";
import { Checkbox, Form } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { type Answer, inPortions, type ManyRow } from "../../ui/bulk/many.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";

interface Values {
  on: string;
  endAssignments: boolean;
  reason?: string;
}

export interface ManyDialogProps {
  rows: readonly ManyRow[];
  open: boolean;
  onClose: () => void;
  onAnswers: (answers: readonly Answer[]) => void;
}

/** Closes those that can be closed. */
export function CloseGridsDialog({ rows, open, onClose, onAnswers }: ManyDialogProps) {
  const { t } = useTranslation(["grids", "grid-drawer", "bulk"]);
  const [closeGrids] = useCommand(CloseGridsDocument);
  async function submit({ reason, ...values }: Values) {
    const { answers, problem } = await inPortions(rows, async (some) => {
      const how = { ...values, reason: reason || undefined };
      const { data, problem } = await closeGrids({ rows: some, mode: "THOSE_THAT_CAN", ...how });
      return data ? { data: data.closeGrids } : { problem };
    });
    if (answers.length > 0) onAnswers(answers);
    return problem;
  }
  return (
    <FormDialog<Values>
      title={t("bulk:grids.close", { count: rows.length })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("grid-drawer:close.menu")}
      initialValues={{ on: today(), endAssignments: false }}
    >
      <Form.Item
        name="on"
        label={t("grid-drawer:close.on")}
        extra={t("grid-drawer:close.onHint")}
        rules={[{ required: true }]}
      >
        <DayField allowClear={false} />
      </Form.Item>
      <Form.Item name="endAssignments" valuePropName="checked">
        <Checkbox>{t("grid-drawer:close.endAssignments")}</Checkbox>
      </Form.Item>
      <ReasonField />
    </FormDialog>
  );
}
