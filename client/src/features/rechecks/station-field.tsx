import { Form } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { stations } from "../../ui/list-page/station-choice.tsx";
import { UnitSelect } from "../../ui/unit-select.tsx";
import { useBeginning } from "../../ui/use-units.ts";

/** Whoever has one station alone need not choose it. */
export function StationField({ isOptional = false }: { isOptional?: boolean }) {
  const { t } = useTranslation("rechecks");
  const form = Form.useFormInstance();
  const only = useBeginning(stations, undefined, isOptional)?.unitId;
  useEffect(() => {
    if (only !== undefined && !form.isFieldTouched("stationId")) form.setFieldValue("stationId", only);
  }, [form, only]);
  return (
    <Form.Item
      name="stationId"
      label={t("station")}
      extra={isOptional ? t("quota.stationHint") : undefined}
      rules={isOptional ? undefined : [{ required: true }]}
    >
      <UnitSelect filter={stations} allowClear={isOptional} />
    </Form.Item>
  );
}
