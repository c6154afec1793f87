import { MembersLeaveDocument } from "@maple-bridge/schema/documents";
import { Checkbox, Form } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { type ManyDialogProps, sendAll } from "../../ui/bulk/many.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";

interface Values {
  on: string;
  endAssignments: boolean;
  reason?: string;
}

/** Those who can leave do so on one day. */
export function LeaveManyDialog({ rows, open, onClose, onAnswers }: ManyDialogProps) {
  const { t } = useTranslation("members");
  const [membersLeave] = useCommand(MembersLeaveDocument);
  const submit = ({ reason, ...values }: Values) =>
    sendAll(
      { rows, onAnswers },
      (some) => membersLeave({ ...some, ...values, reason: reason || undefined }),
      (data) => data.membersLeave,
    );
  return (
    <FormDialog<Values>
      title={t("leave.many", { count: rows.length })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("leave.do")}
      initialValues={{ on: today(), endAssignments: false }}
    >
      <Form.Item name="on" label={t("leave.on")} extra={t("leave.onHint")} rules={[{ required: true }]}>
        <DayField allowClear={false} />
      </Form.Item>
      <Form.Item name="endAssignments" valuePropName="checked" extra={t("leave.manyHint")}>
        <Checkbox>{t("leave.endAll")}</Checkbox>
      </Form.Item>
      <ReasonField />
    </FormDialog>
  );
}
