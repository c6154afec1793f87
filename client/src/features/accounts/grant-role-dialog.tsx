import { GrantRoleDocument, RequestConsentDocument, type Role } from "@maple-bridge/schema/documents";
import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { sayDone } from "../../lib/telling.ts";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { UnitSelect } from "../../ui/unit-select.tsx";
import { ConsentReason } from "./consent-reason.tsx";
import { isGuarded } from "./guarded-roles.ts";
import { RoleSelect } from "./role-select.tsx";

interface Values {
  role: Role;
  unitId: string;
  reason?: string;
}

interface DialogProps {
  accountId: string;
  open: boolean;
  onClose: () => void;
}

export function GrantRoleDialog({ accountId, open, onClose }: DialogProps) {
  const { t } = useTranslation("accounts");
  const [grantRole] = useCommand(GrantRoleDocument);
  const [requestConsent] = useCommand(RequestConsentDocument);
  async function submit({ role, unitId, reason = "" }: Values) {
    if (!isGuarded(role)) return (await grantRole({ accountId, role, unitId })).problem;
    const { problem } = await requestConsent({ kind: "GRANT_ROLE", accountId, role, unitId, reason });
    if (!problem) sayDone(t("consent.asked"));
    return problem;
  }
  return (
    <FormDialog<Values>
      title={t("role.grant")}
      open={open}
      onClose={onClose}
      okText={t("role.grant")}
      onSubmit={submit}
    >
      <p className="note">{t("role.note")}</p>
      <Form.Item name="role" label={t("role.one")} rules={[{ required: true }]}>
        <RoleSelect />
      </Form.Item>
      <Form.Item name="unitId" label={t("role.over")} rules={[{ required: true }]}>
        <UnitSelect />
      </Form.Item>
      <Form.Item noStyle dependencies={["role"]}>
        {({ getFieldValue }) => (isGuarded(getFieldValue("role") as Role | undefined) ? <ConsentReason /> : null)}
      </Form.Item>
    </FormDialog>
  );
}
