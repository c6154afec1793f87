import { type ApiTokenScope, CreateApiTokenDocument } from "@maple-bridge/schema/documents";
import { Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { dayAfter, startOfDay, today } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";

interface Values {
  name: string;
  scope: ApiTokenScope;
  lastDay: string;
}

interface DialogProps {
  open: boolean;
  onClose: () => void;
  onMade: (made: { secret: string | null }) => void;
}

const scopes: readonly ApiTokenScope[] = ["READ", "WRITE"];
const usualDays = 90;
const mostDays = 365;

export function CreateTokenDialog({ open, onClose, onMade }: DialogProps) {
  const { t } = useTranslation(["accounts", "words"]);
  const [createApiToken] = useCommand(CreateApiTokenDocument);
  async function submit({ name, scope, lastDay }: Values) {
    const { data, problem } = await createApiToken({ name, scope, expiresAt: startOfDay(dayAfter(lastDay, 1)) });
    if (data) onMade(data.createApiToken);
    return problem;
  }
  return (
    <FormDialog<Values>
      title={t("token.create")}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("token.createDo")}
      initialValues={{ scope: "READ", lastDay: dayAfter(today(), usualDays) }}
    >
      <p className="note">{t("token.createNote")}</p>
      <Form.Item name="name" label={t("token.name")} rules={[{ required: true }]}>
        <Input autoFocus maxLength={60} placeholder={t("token.nameHint")} />
      </Form.Item>
      <Form.Item name="scope" label={t("token.scope")}>
        <Radio.Group>
          {scopes.map((scope) => (
            <Radio key={scope} value={scope}>
              {t(`words:tokenScope.${scope}`)}
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item name="lastDay" label={t("token.lastDay")} rules={[{ required: true }]}>
        <DayField first={today()} last={dayAfter(today(), mostDays)} />
      </Form.Item>
    </FormDialog>
  );
}
