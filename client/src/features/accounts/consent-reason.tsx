import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";

/** Why another administrator is asked. */
export function ConsentReason() {
  const { t } = useTranslation("accounts");
  return (
    <>
      <p className="note">{t("consent.needed")}</p>
      <Form.Item name="reason" label={t("consent.reason")} rules={[{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}
