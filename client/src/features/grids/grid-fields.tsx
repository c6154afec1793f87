import type { Complexity, GridKind } from "@maple-bridge/schema/documents";
import { Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { complexities, gridKinds } from "../../lib/glossary.ts";
import { DayField } from "../../ui/day-field.tsx";
import { DivisionSelect } from "./division-select.tsx";
import type { GridDetails } from "./grid-details.ts";
import { PoliceRoomField, StationField } from "./place-fields.tsx";

export interface GridValues {
  /** Of a grid that is there already: from when, and why. */
  from?: string;
  reason?: string;
  code: string;
  name: string;
  kind: GridKind;
  complexity: Complexity;
  level: number;
  policeRoomId?: string | null;
  divisionId?: string | null;
  households?: number | null;
  population?: number | null;
  countedYear?: number | null;
  openedOn: string;
}

/** The facts of a grid; a new one also asks for its station. */
export function GridFields({ grid }: { grid: GridDetails | undefined }) {
  const { t } = useTranslation(["grids", "words"]);
  const needed = [{ required: true }];
  return (
    <div className="grid-fields">
      <Form.Item name="name" label={t("column.name")} rules={needed}>
        <Input maxLength={60} autoFocus />
      </Form.Item>
      <Form.Item name="code" label={t("column.code")} rules={needed}>
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="kind" label={t("column.kind")} rules={needed}>
        <Select options={gridKinds.map((value) => ({ value, label: t(`words:gridKind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="divisionId" label={t("facts.division")}>
        <DivisionSelect current={grid?.division} />
      </Form.Item>
      {grid ? null : <StationField />}
      <PoliceRoomField stationId={grid?.station?.id} named={grid?.policeRoom} />
      <Form.Item name="complexity" label={t("column.complexity")}>
        <Select options={complexities.map((value) => ({ value, label: t(`words:complexity.${value}`) }))} />
      </Form.Item>
      <Form.Item name="level" label={t("column.level")}>
        <Select
          options={[
            { value: 3, label: t("level.three") },
            { value: 2, label: t("level.two") },
          ]}
        />
      </Form.Item>
      <Form.Item name="households" label={t("column.households")}>
        <InputNumber min={0} max={1_000_000} precision={0} />
      </Form.Item>
      <Form.Item name="population" label={t("column.population")}>
        <InputNumber min={0} max={10_000_000} precision={0} />
      </Form.Item>
      <Form.Item name="countedYear" label={t("field.countedYear")}>
        <InputNumber min={1949} precision={0} />
      </Form.Item>
      <Form.Item name="openedOn" label={t("column.openedOn")} rules={needed}>
        <DayField allowClear={false} />
      </Form.Item>
    </div>
  );
}

/** What is empty is taken away. */
export const cleared = (values: GridValues) => ({
  ...values,
  policeRoomId: values.policeRoomId ?? null,
  divisionId: values.divisionId ?? null,
  households: values.households ?? null,
  population: values.population ?? null,
  countedYear: values.countedYear ?? null,
});
