import { ReturnMemberDocument } from "@maple-bridge/schema/documents";
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import type { Member } from "./member.ts";

interface DialogProps {
  member: Member;
  open: boolean;
  onClose: () => void;
}

/** Takes a leaving back; seats that ended with it stay ended. */
export function ReturnDialog({ member: { id, version, name, leftOn }, open, onClose }: DialogProps) {
  const { t } = useTranslation("members");
  const [returnMember] = useCommand(ReturnMemberDocument);
  return (
    <FormDialog<{ reason?: string }>
      title={t("return.title", { name })}
      open={open}
      onClose={onClose}
      onSubmit={async (values) => (await returnMember({ id, expectedVersion: version, ...values })).problem}
      okText={t("return.do")}
    >
      <p className="note">{t("return.note", { day: leftOn })}</p>
      <Form.Item name="reason" label={t("reason")}>
        <Input maxLength={200} autoFocus />
      </Form.Item>
    </FormDialog>
  );
}
