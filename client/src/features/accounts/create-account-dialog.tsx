import { CloseOutlined } from "@ant-design/icons";
import { CreateAccountDocument, type Role } from "@maple-bridge/schema/documents";
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { useViewer } from "../../lib/viewer.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { UnitSelect } from "../../ui/unit-select.tsx";
import type { HandedPassword } from "./first-password-dialog.tsx";
import { MemberField } from "./member-field.tsx";
import { isGuarded } from "./guarded-roles.ts";
import { RoleSelect } from "./role-select.tsx";
import { roles as allRoles } from "./routes.tsx";

interface Values {
  name: string;
  displayName: string;
  memberId?: string | null;
  roles: { role: Role; unitId: string }[];
}

interface DialogProps {
  open: boolean;
  onClose: () => void;
  onHanded: (handed: HandedPassword) => void;
}

export function CreateAccountDialog({ open, onClose, onHanded }: DialogProps) {
  const { t } = useTranslation("accounts");
  const { bureau } = useViewer();
  const [createAccount] = useCommand(CreateAccountDocument);
  async function submit({ name, displayName, memberId, roles }: Values) {
    const { data, problem } = await createAccount({ name: name.trim(), displayName, memberId, roles });
    if (data) onHanded({ ...data.createAccount, ...data.createAccount.account });
    return problem;
  }
  return (
    <FormDialog<Values>
      title={t("account.create")}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("create")}
      width={600}
      initialValues={{ roles: [{}] as Values["roles"] }}
    >
      <Form.Item name="name" label={t("account.name")} extra={t("account.nameHint")} rules={[{ required: true }]}>
        <Input autoFocus maxLength={40} autoComplete="off" suffix={`@${bureau.code}`} />
      </Form.Item>
      <Form.Item name="displayName" label={t("account.displayName")} rules={[{ required: true }]}>
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item name="memberId" label={t("account.member")} extra={t("account.memberHint")}>
        <MemberField />
      </Form.Item>
      <RoleRows />
    </FormDialog>
  );
}

const unguarded = allRoles.filter((role) => !isGuarded(role));

function RoleRows() {
  const { t } = useTranslation("accounts");
  const rules = [{ required: true }];
  return (
    <Form.List name="roles">
      {(rows, { add, remove }) => (
        <fieldset className="account-role-rows">
          <legend>{t("role.many")}</legend>
          <p className="note">{t("consent.laterNote")}</p>
          {rows.map(({ key, name }) => (
            <div key={key} className="account-role-row">
              <Form.Item name={[name, "role"]} rules={rules}>
                <RoleSelect label={t("role.one")} choices={unguarded} />
              </Form.Item>
              <Form.Item name={[name, "unitId"]} rules={rules}>
                <UnitSelect label={t("role.over")} />
              </Form.Item>
              <Button type="text" icon={<CloseOutlined />} aria-label={t("role.drop")} onClick={() => remove(name)} />
            </div>
          ))}
          <Button size="small" onClick={() => add({})}>
            {t("role.add")}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
