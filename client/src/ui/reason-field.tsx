import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";

/** Why: may be left out, but where something before today is changed the server asks for it. */
export function ReasonField() {
  const { t } = useTranslation("shell");
  return (
    <Form.Item name="reason" label={t("reason.label")} extra={t("reason.hint")}>
      <Input maxLength={200} />
    </Form.Item>
  );
}
