import { ApplyStaffingPresetDocument, type GridKind, type StaffingPreset } from "@maple-bridge/schema/documents";
import { Alert, Checkbox, Form, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { gridKinds } from "../../lib/glossary.ts";
import { useCommand } from "../../lib/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";
import { beginningOn } from "./post.ts";

interface Values {
  preset: StaffingPreset;
  gridKinds: GridKind[];
  from?: string;
  reason?: string;
}

const presets: readonly StaffingPreset[] = [
  "ONE_OFFICER_TWO_MEMBERS",
  "ONE_AREA_TWO_AUXILIARIES",
  "ONE_GRID_ONE_OFFICER",
];

export function PresetDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation(["standards", "words"]);
  const [applyPreset] = useCommand(ApplyStaffingPresetDocument);
  const submit = async ({ from, ...values }: Values) =>
    (await applyPreset({ ...values, from: beginningOn(from) })).problem;
  return (
    <FormDialog<Values>
      title={t("preset.apply")}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("preset.ok")}
      width={600}
      initialValues={{ preset: "ONE_OFFICER_TWO_MEMBERS", gridKinds: ["VILLAGE", "COMMUNITY"], from: today() }}
    >
      <Form.Item name="preset" label={t("preset.one")}>
        <Radio.Group className="stacked">
          {presets.map((preset) => (
            <Radio key={preset} value={preset}>
              {t(`preset.name.${preset}`)}
              <div className="note">{t(`preset.means.${preset}`)}</div>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item
        name="gridKinds"
        label={t("preset.kinds")}
        rules={[{ type: "array", min: 1, message: t("preset.kindNeeded") }]}
      >
        <Checkbox.Group options={gridKinds.map((kind) => ({ value: kind, label: t(`words:gridKind.${kind}`) }))} />
      </Form.Item>
      <Form.Item name="from" label={t("from")} extra={t("fromHint")}>
        <DayField />
      </Form.Item>
      <ReasonField />
      <Alert type="warning" showIcon title={t("preset.warning")} />
    </FormDialog>
  );
}
