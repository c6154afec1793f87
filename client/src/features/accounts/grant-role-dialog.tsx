import { GrantRoleDocument, type Role } from "@maple-bridge/schema/documents";
import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { UnitSelect } from "../../ui/unit-select.tsx";
import { RoleSelect } from "./role-select.tsx";

interface Values {
  role: Role;
  unitId: string;
}

interface DialogProps {
  accountId: string;
  open: boolean;
  onClose: () => void;
}

export function GrantRoleDialog({ accountId, open, onClose }: DialogProps) {
  const { t } = useTranslation("accounts");
  const [grantRole] = useCommand(GrantRoleDocument);
  return (
    <FormDialog<Values>
      title={t("role.grant")}
      open={open}
      onClose={onClose}
      okText={t("role.grant")}
      onSubmit={async (values) => (await grantRole({ accountId, ...values })).problem}
    >
      <p className="note">{t("role.note")}</p>
      <Form.Item name="role" label={t("role.one")} rules={[{ required: true, message: t("needed") }]}>
        <RoleSelect />
      </Form.Item>
      <Form.Item name="unitId" label={t("role.over")} rules={[{ required: true, message: t("needed") }]}>
        <UnitSelect />
      </Form.Item>
    </FormDialog>
  );
}
