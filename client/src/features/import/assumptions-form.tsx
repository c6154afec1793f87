import type { ImportKind, UnitFilter } from "@maple-bridge/schema/documents";
import { Button, Checkbox, Form, type FormInstance, InputNumber } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { DayField } from "../../ui/day-field.tsx";
import { UnitSelect } from "../../ui/unit-select.tsx";
import { MemberSelect } from "../../ui/work/member-select.tsx";
import type { Assumptions } from "./chosen.ts";
import type { Run } from "./run.ts";

interface AssumptionsFormProps {
  form: FormInstance<Assumptions>;
  run: Pick<Run, "kind" | "mapping">;
  usual: Assumptions;
  mayCheck: boolean;
  onChange: () => void;
  onCheck: (assumptions: Assumptions) => Promise<void>;
  /** What was said besides. */
  children: ReactNode;
}

const ofMatters: ReadonlySet<ImportKind> = new Set(["DISPUTES", "HAZARDS", "MATTERS"]);
const isLedger = (kind: ImportKind) => kind === "TASKS" || ofMatters.has(kind);
const openStations: UnitFilter = { kinds: ["STATION"], openOnly: true };
const firstYear = 1949;

/** What the file says always counts first. */
export function AssumptionsForm({ form, run, usual, mayCheck, onChange, onCheck, children }: AssumptionsFormProps) {
  const { t } = useTranslation("import");
  const { kind, mapping } = run;
  const counts = mapping.some(({ field }) => field === "households" || field === "population");
  return (
    <Form<Assumptions>
      form={form}
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
        {kind === "GRIDS" && counts ? (
          <Form.Item name="countedYear" label={t("check.countedYear")} extra={t("check.countedYearHint")}>
            <InputNumber min={firstYear} max={Number(today().slice(0, 4))} precision={0} />
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
      {kind === "MEMBERS" ? (
        <Form.Item name="numbersMembers" valuePropName="checked" extra={t("check.numbersMembersHint")}>
          <Checkbox>{t("check.numbersMembers")}</Checkbox>
        </Form.Item>
      ) : null}
      {children}
      <div className="import-actions">
        <Button type="primary" htmlType="submit" disabled={!mayCheck}>
          {t("check.do")}
        </Button>
        {(choices[kind] ?? []).map((name) => (
          <Form.Item key={name} noStyle name={name} valuePropName="checked">
            <Checkbox>{t(`check.${name}`)}</Checkbox>
          </Form.Item>
        ))}
      </div>
    </Form>
  );
}

type Choice = "createStations" | "createDivisions" | "opensEarlier";

const choices: Partial<Record<ImportKind, readonly Choice[]>> = {
  GRIDS: ["createStations", "createDivisions", "opensEarlier"],
  MEMBERS: ["opensEarlier"],
};
