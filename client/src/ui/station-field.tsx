import { Form } from "antd";
import { useEffect } from "react";
import { stations } from "./list-page/station-choice.tsx";
import { UnitSelect } from "./unit-select.tsx";
import { useBeginning } from "./use-units.ts";

interface StationFieldProps {
  label: string;
  /** Without a station it is the whole bureau's, and what that means. */
  hint?: string | undefined;
}

/** In a form, the station that something is of; whoever has one station alone need not choose it. */
export function StationField({ label, hint }: StationFieldProps) {
  const form = Form.useFormInstance();
  const isOptional = hint !== undefined;
  const only = useBeginning(stations, undefined, isOptional)?.unitId;
  useEffect(() => {
    if (only !== undefined && !form.isFieldTouched("stationId")) form.setFieldValue("stationId", only);
  }, [form, only]);
  return (
    <Form.Item name="stationId" label={label} extra={hint} rules={isOptional ? undefined : [{ required: true }]}>
      <UnitSelect filter={stations} allowClear={isOptional} />
    </Form.Item>
  );
}
