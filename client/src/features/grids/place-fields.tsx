import { UnitTreeDocument } from "@maple-bridge/schema/documents";
import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { type Branch, branchesOf } from "../../lib/unit-tree.ts";
import { useRead } from "../../lib/use-read.ts";
import { type TreeUnit, UnitSelect } from "../../ui/unit-select.tsx";
import { takesGrids } from "./takes-grids.ts";

export function StationField({ extra }: { extra?: string }) {
  const { t } = useTranslation("grids");
  const form = Form.useFormInstance();
  return (
    <Form.Item
      name="stationId"
      label={t("column.station")}
      extra={extra}
      rules={[{ required: true, message: t("field.needed") }]}
    >
      <UnitSelectClearing may={takesGrids} onChosen={() => form.setFieldValue("policeRoomId", undefined)} />
    </Form.Item>
  );
}

interface UnitSelectClearingProps {
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
  may: (unit: TreeUnit) => boolean;
  onChosen: () => void;
}

/** Another station has other police rooms. */
const UnitSelectClearing = ({ onChange, onChosen, ...props }: UnitSelectClearingProps) => (
  <UnitSelect
    {...props}
    onChange={(id) => {
      onChange?.(id);
      onChosen();
    }}
  />
);

/** The police rooms of the station that the form names, or of the one given. */
export function PoliceRoomField({ stationId }: { stationId?: string }) {
  const { t } = useTranslation("grids");
  const chosen = Form.useWatch<string | undefined>("stationId");
  const { data, loading } = useRead(UnitTreeDocument, {});
  const rooms = roomsOf(branchesOf(data?.bureau.units ?? []), stationId ?? chosen);
  return (
    <Form.Item name="policeRoomId" label={t("column.policeRoom")}>
      <Select
        allowClear
        loading={loading}
        showSearch={{ optionFilterProp: "label" }}
        placeholder={t("field.noRoom")}
        options={rooms.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  );
}

function roomsOf(branches: readonly Branch<TreeUnit>[], stationId: string | undefined): TreeUnit[] {
  const everyUnit = (branch: Branch<TreeUnit>): TreeUnit[] => [branch.unit, ...branch.below.flatMap(everyUnit)];
  const find = (list: readonly Branch<TreeUnit>[]): Branch<TreeUnit> | undefined =>
    list.find(({ unit }) => unit.id === stationId) ?? list.map(({ below }) => find(below)).find(Boolean);
  const station = find(branches);
  return station ? everyUnit(station).filter(({ kind, isOpen }) => kind === "POLICE_ROOM" && isOpen) : [];
}
