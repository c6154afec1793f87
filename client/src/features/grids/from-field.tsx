import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { DayField } from "../../ui/day-field.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";

/** From which day a grid is what the form says, and why. */
export function FromField({ hint }: { hint: string }) {
  const { t } = useTranslation("grids");
  return (
    <div className="from-and-why">
      <Form.Item name="from" label={t("from.label")} extra={hint} rules={[{ required: true }]}>
        <DayField allowClear={false} />
      </Form.Item>
      <ReasonField />
    </div>
  );
}
