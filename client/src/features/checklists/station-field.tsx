import { Form } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { may, useViewer } from "../../lib/viewer.tsx";
import { stations } from "../../ui/list-page/station-choice.tsx";
import { UnitSelect } from "../../ui/unit-select.tsx";
import { useBeginning } from "../../ui/use-units.ts";

/** Whose a new checklist is: the whole bureau's without a station, for those who may draw those up. */
export function StationField() {
  const { t } = useTranslation("checklists");
  const { bureau } = useViewer();
  const form = Form.useFormInstance();
  const isBureaus = may(bureau, "MANAGE_BUREAU_CHECKLISTS");
  const only = useBeginning(stations, undefined, isBureaus)?.unitId;
  useEffect(() => {
    if (only !== undefined && !form.isFieldTouched("stationId")) form.setFieldValue("stationId", only);
  }, [form, only]);
  return (
    <Form.Item
      name="stationId"
      label={t("station")}
      extra={isBureaus ? t("stationHint") : undefined}
      rules={isBureaus ? undefined : [{ required: true }]}
    >
      <UnitSelect filter={stations} allowClear={isBureaus} />
    </Form.Item>
  );
}
