import { UnitChoicesDocument } from "@maple-bridge/schema/documents";
import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { useSought } from "../../lib/use-sought.ts";
import { FoundSelect } from "../../ui/found-select.tsx";
import { UnitSelect } from "../../ui/unit-select.tsx";
import { takesGrids } from "./takes-grids.ts";

export function StationField({ extra }: { extra?: string }) {
  const { t } = useTranslation("grids");
  const form = Form.useFormInstance();
  return (
    <Form.Item name="stationId" label={t("column.station")} extra={extra} rules={[{ required: true }]}>
      <UnitSelectClearing onChosen={() => form.setFieldValue("policeRoomId", undefined)} />
    </Form.Item>
  );
}

interface UnitSelectClearingProps {
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
  onChosen: () => void;
}

/** Another station has other police rooms. */
const UnitSelectClearing = ({ onChange, onChosen, ...props }: UnitSelectClearingProps) => (
  <UnitSelect
    {...props}
    filter={takesGrids}
    onChange={(id) => {
      onChange?.(id);
      onChosen();
    }}
  />
);

interface PoliceRoomFieldProps {
  stationId?: string;
  /** What the grid has already. */
  named?: { id: string; name: string } | null;
}

/** The police rooms of the station that the form names, or of the one given. */
export function PoliceRoomField({ stationId, named }: PoliceRoomFieldProps) {
  const { t } = useTranslation("grids");
  const chosen = Form.useWatch<string | undefined>("stationId");
  return (
    <Form.Item name="policeRoomId" label={t("column.policeRoom")}>
      <RoomSelect within={stationId ?? chosen} named={named} />
    </Form.Item>
  );
}

interface RoomSelectProps {
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
  within: string | undefined;
  named: PoliceRoomFieldProps["named"];
}

/** The first hundred, and all others by a part of their name. */
function RoomSelect({ within, named, ...field }: RoomSelectProps) {
  const { t } = useTranslation("grids");
  const sought = useSought();
  const filter = { withinId: within, kinds: ["POLICE_ROOM" as const], openOnly: true, search: sought.text };
  const read = useRead(UnitChoicesDocument, { filter, first: 100 }, within === undefined);
  const page = read.data?.units;
  return (
    <FoundSelect
      {...field}
      sought={sought}
      read={within === undefined ? { ...read, isAnswer: true } : read}
      found={within === undefined ? [] : page?.nodes.map(choiceOf)}
      more={page && page.totalCount - page.nodes.length}
      none={t(within === undefined ? "field.stationFirst" : "field.noRoomFound")}
      named={named && choiceOf(named)}
      placeholder={t("field.noRoom")}
    />
  );
}

const choiceOf = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
