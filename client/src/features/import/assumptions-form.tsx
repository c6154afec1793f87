import type { ImportKind, UnitFilter } from "@maple-bridge/schema/documents";
import { Button, Checkbox, Form } from "antd";
import { useTranslation } from "react-i18next";
import { DayField } from "../../ui/day-field.tsx";
import { UnitSelect } from "../../ui/unit-select.tsx";
import type { Assumptions } from "./assumptions.ts";

interface AssumptionsFormProps {
  kind: ImportKind;
  usual: Assumptions;
  mayCheck: boolean;
  onChange: () => void;
  onCheck: (assumptions: Assumptions) => Promise<void>;
}

const openStations: UnitFilter = { kinds: ["STATION"], openOnly: true };

/** What the file says always counts first. */
export function AssumptionsForm({ kind, usual, mayCheck, onChange, onCheck }: AssumptionsFormProps) {
  const { t } = useTranslation("import");
  return (
    <Form<Assumptions>
      layout="vertical"
      className="import-assumptions"
      initialValues={usual}
      onValuesChange={onChange}
      onFinish={(values) => void onCheck(values)}
    >
      <p className="note">{t("check.note")}</p>
      <div className="import-fields">
        {kind === "GRIDS" ? (
          <Form.Item name="openedOn" label={t("check.openedOn")} extra={t("check.openedOnHint")}>
            <DayField />
          </Form.Item>
        ) : null}
        <Form.Item name="from" label={t(`check.from.${kind}`)} extra={t(`check.fromHint.${kind}`)}>
          <DayField />
        </Form.Item>
        <Form.Item name="stationId" label={t("check.station")} extra={t(`check.stationHint.${kind}`)}>
          <UnitSelect allowClear filter={openStations} />
        </Form.Item>
      </div>
      <div className="import-actions">
        <Button type="primary" htmlType="submit" disabled={!mayCheck}>
          {t("check.do")}
        </Button>
        {kind === "GRIDS" ? <Creating /> : null}
      </div>
    </Form>
  );
}

function Creating() {
  const { t } = useTranslation("import");
  return (
    <>
      <Form.Item noStyle name="createStations" valuePropName="checked">
        <Checkbox>{t("check.createStations")}</Checkbox>
      </Form.Item>
      <Form.Item noStyle name="createDivisions" valuePropName="checked">
        <Checkbox>{t("check.createDivisions")}</Checkbox>
      </Form.Item>
    </>
  );
}
