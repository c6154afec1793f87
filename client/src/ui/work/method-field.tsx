import type { MediationMethod } from "@maple-bridge/schema/documents";
import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";

const methods = ["FAMILY_HARMONY", "DUTY_AND_COURTESY", "WARM_FEELING"] as const satisfies readonly MediationMethod[];

/** By which method a dispute was settled, where it was by one of the three. */
export function MethodField() {
  const { t } = useTranslation("work");
  if (Form.useWatch("outcome") !== "SETTLED") return null;
  return (
    <Form.Item name="method" label={t("matter.method")}>
      <Select allowClear options={methods.map((value) => ({ value, label: t(`matter.methods.${value}`) }))} />
    </Form.Item>
  );
}
