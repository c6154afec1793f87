import { ReturnMemberDocument } from "@maple-bridge/schema/documents";
import { Form, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";
import type { Member } from "./member.ts";

interface DialogProps {
  member: Member;
  open: boolean;
  onClose: () => void;
}

interface Values {
  how: "again" | "takenBack";
  on?: string;
  reason?: string;
}

/** Back after a gap, which stays on record, or as if never gone; seats that ended stay ended. */
export function ReturnDialog({ member: { id, version, name, leftOn }, open, onClose }: DialogProps) {
  const { t } = useTranslation("members");
  const [returnMember] = useCommand(ReturnMemberDocument);
  const submit = async ({ how, on, reason }: Values) =>
    (
      await returnMember({
        id,
        expectedVersion: version,
        on: how === "again" ? on : undefined,
        reason: reason || undefined,
      })
    ).problem;
  return (
    <FormDialog<Values>
      title={t("return.title", { name })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("return.do")}
      initialValues={{ how: "again", on: today() }}
    >
      <Form.Item name="how" label={t("return.how", { day: leftOn })}>
        <Radio.Group
          className="ways"
          options={[
            { value: "again", label: t("return.again") },
            { value: "takenBack", label: t("return.takenBack") },
          ]}
        />
      </Form.Item>
      <DayBack />
      <p className="note">{t("return.note")}</p>
      <ReasonField />
    </FormDialog>
  );
}

function DayBack() {
  const { t } = useTranslation("members");
  const how = Form.useWatch<Values["how"] | undefined>("how");
  if (how !== "again") return null;
  return (
    <Form.Item name="on" label={t("return.on")} rules={[{ required: true }]}>
      <DayField allowClear={false} />
    </Form.Item>
  );
}
