import { EndAssignmentDocument } from "@maple-bridge/schema/documents";
import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { sayDone } from "../../lib/telling.ts";
import { useCommand } from "../../lib/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";
import { instantOf } from "../../lib/moments.ts";
import type { HolderDialogProps } from "./replace-dialog.tsx";

interface Values {
  at: string;
  reason?: string;
}

export function EndDialog({ grid, assignment, at, open, onClose }: HolderDialogProps) {
  const { t } = useTranslation(["grids", "words"]);
  const [endAssignment] = useCommand(EndAssignmentDocument);
  const { id, version, duty, member } = assignment;
  async function submit(values: Values) {
    const end = { at: instantOf(values.at), reason: values.reason || undefined };
    const { problem } = await endAssignment({ id, expectedVersion: version, ...end });
    if (!problem) sayDone(t("end.done"));
    return problem;
  }
  return (
    <FormDialog<Values>
      title={t("end.title", {
        grid: grid.name,
        duty: t(`words:duty.${duty}`),
        holder: member ? `${member.name} ${member.badge}` : t("seat.outOfSight"),
      })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("end.ok")}
      initialValues={{ at: at ?? today() }}
    >
      <Form.Item name="at" label={t("end.at")} extra={t("end.atHint")} rules={[{ required: true }]}>
        <DayField allowClear={false} />
      </Form.Item>
      <ReasonField />
    </FormDialog>
  );
}
