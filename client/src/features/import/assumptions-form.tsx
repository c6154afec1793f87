import type { ImportKind, UnitFilter } from "@maple-bridge/schema/documents";
import { Button, Checkbox, Form } from "antd";
import { useTranslation } from "react-i18next";
import { DayField } from "../../ui/day-field.tsx";
import { UnitSelect } from "../../ui/unit-select.tsx";
import { MemberSelect } from "../../ui/work/member-select.tsx";
import type { Assumptions } from "./assumptions.ts";

interface AssumptionsFormProps {
  kind: ImportKind;
  usual: Assumptions;
  mayCheck: boolean;
  onChange: () => void;
  onCheck: (assumptions: Assumptions) => Promise<void>;
}

const ofMatters: ReadonlySet<ImportKind> = new Set(["DISPUTES", "HAZARDS", "MATTERS"]);
const isLedger = (kind: ImportKind) => kind === "TASKS" || ofMatters.has(kind);
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
        {kind === "DUTY_LINES" || kind === "CHECKLISTS" ? null : (
          <Form.Item name="from" label={t(`check.from.${kind}`)} extra={t(`check.fromHint.${kind}`)}>
            <DayField />
          </Form.Item>
        )}
        <Form.Item name="stationId" label={t("check.station")} extra={t(`check.stationHint.${kind}`)}>
          <UnitSelect allowClear filter={openStations} />
        </Form.Item>
        {ofMatters.has(kind) ? (
          <Form.Item name="receiverId" label={t("check.receiver")} extra={t("check.receiverHint")}>
            <MemberSelect />
          </Form.Item>
        ) : null}
      </div>
      {isLedger(kind) ? <p className="note">{t("check.openNote")}</p> : null}
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
