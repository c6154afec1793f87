import { RecordAbsenceDocument } from "@maple-bridge/schema/documents";
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { startOfDay, today } from "../../lib/dates.ts";
import { tellDone } from "../../lib/done.ts";
import { useCommand } from "../../lib/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { AbsenceImpact } from "./absence-impact.tsx";
import type { Member } from "./member.ts";
import { SubstituteField } from "./substitute-field.tsx";

interface Values {
  from: string;
  to?: string;
  reason: string;
  substituteId?: string;
}

interface DialogProps {
  member: Member;
  open: boolean;
  onClose: () => void;
}

export function RecordAbsenceDialog({ member, open, onClose }: DialogProps) {
  const { t } = useTranslation(["members", "undo"]);
  const [recordAbsence] = useCommand(RecordAbsenceDocument);
  async function submit({ from, to, reason, substituteId }: Values) {
    const period = { from: startOfDay(from), to: to && startOfDay(to) };
    const { data, problem } = await recordAbsence({ memberId: member.id, ...period, reason, substituteId });
    if (!data) return problem;
    tellDone({
      text: t("undo:absence", { name: member.name, badge: member.badge }),
      undo: { absence: data.recordAbsence },
    });
    return undefined;
  }
  return (
    <FormDialog<Values>
      title={t("absence.recordTitle", { name: member.name })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("absence.record")}
      initialValues={{ from: today() }}
    >
      <Form.Item name="from" label={t("absence.from")} rules={[{ required: true }]}>
        <DayField />
      </Form.Item>
      <ReturnField />
      <Form.Item name="reason" label={t("absence.reason")} rules={[{ required: true }]}>
        <Input maxLength={200} placeholder={t("absence.reasonHint")} />
      </Form.Item>
      <PostsMeanwhile member={member} />
      <SubstituteField member={member} />
    </FormDialog>
  );
}

function PostsMeanwhile({ member }: { member: Member }) {
  return <AbsenceImpact member={member} from={Form.useWatch<string | undefined>("from")} />;
}

function ReturnField() {
  const { t } = useTranslation("members");
  const from = Form.useWatch<string | undefined>("from");
  return (
    <Form.Item name="to" label={t("absence.to")} extra={t("absence.toHint")}>
      <DayField first={from} placeholder={t("absence.toOpen")} />
    </Form.Item>
  );
}
