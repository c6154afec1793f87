import { Checkbox, Form } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../ui/day-field.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";

/** What a closing is asked with, of one grid or of many; between the day and the rest stands what it leaves behind. */
export function ClosingFields({ children }: { children?: ReactNode }) {
  const { t } = useTranslation("grid-drawer");
  return (
    <>
      <Form.Item name="on" label={t("close.on")} extra={t("close.onHint")} rules={[{ required: true }]}>
        <DayField allowClear={false} />
      </Form.Item>
      {children}
      <Form.Item name="endAssignments" valuePropName="checked">
        <Checkbox>{t("close.endAssignments")}</Checkbox>
      </Form.Item>
      <ReasonField />
    </>
  );
}
