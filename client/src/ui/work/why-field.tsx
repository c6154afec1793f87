import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";

interface WhyFieldProps {
  name?: string;
  label?: string;
  required?: boolean;
  most?: number;
  initialValue?: string | undefined;
}

/** Why, in some lines. */
export function WhyField({ name = "reason", label, required = false, most = 500, initialValue }: WhyFieldProps) {
  const { t } = useTranslation("work");
  return (
    <Form.Item
      name={name}
      label={label ?? t("reason")}
      rules={required ? [{ required: true }] : undefined}
      initialValue={initialValue}
    >
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={most} />
    </Form.Item>
  );
}
