import { type AccountRowFragment, UpdateAccountDocument } from "@maple-bridge/schema/documents";
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { NodeName } from "../../ui/node-name.tsx";
import { MemberField } from "./member-field.tsx";

interface Values {
  displayName: string;
  memberId: string | null;
}

interface DialogProps {
  account: AccountRowFragment;
  open: boolean;
  onClose: () => void;
}

export function UpdateAccountDialog({ account, open, onClose }: DialogProps) {
  const { t } = useTranslation("accounts");
  const [updateAccount] = useCommand(UpdateAccountDocument);
  const { id, version, displayName, memberId } = account;
  return (
    <FormDialog<Values>
      title={t("account.updateTitle", { name: displayName })}
      open={open}
      onClose={onClose}
      onSubmit={async (values) => (await updateAccount({ id, expectedVersion: version, ...values })).problem}
      initialValues={{ displayName, memberId }}
    >
      <Form.Item name="displayName" label={t("account.displayName")} rules={[{ required: true }]}>
        <Input autoFocus maxLength={50} />
      </Form.Item>
      <Form.Item name="memberId" label={t("account.member")} extra={t("account.memberHint")}>
        <MemberField chosen={memberId ? { value: memberId, label: <NodeName id={memberId} /> } : undefined} />
      </Form.Item>
    </FormDialog>
  );
}
