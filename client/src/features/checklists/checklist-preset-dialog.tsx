import { ApplyChecklistPresetDocument, type ChecklistPreset } from "@maple-bridge/schema/documents";
import { Alert, Form, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import type { CreationDialog } from "../../ui/list-page/creations.tsx";
import { OwnerField } from "./owner-field.tsx";

interface Values {
  preset: ChecklistPreset;
  stationId?: string;
}

const presets: readonly ChecklistPreset[] = [
  "WEEKLY_VISIT",
  "PATROL",
  "NINE_STEPS",
  "PLACES",
  "FIRE",
  "PUBLICITY",
  "NAMED_ONLY",
];

/** Drafts checklists out of what was reported of other places; what is our own wording says so. */
export function ChecklistPresetDialog({ open, onClose, onMade }: CreationDialog) {
  const { t } = useTranslation("checklists");
  const [applyPreset] = useCommand(ApplyChecklistPresetDocument);
  async function submit({ preset, stationId }: Values) {
    const { data, problem } = await applyPreset({ preset, stationId: stationId ?? null });
    const [only, ...others] = data?.applyChecklistPreset ?? [];
    if (only && others.length === 0) onMade(only.id);
    return problem;
  }
  return (
    <FormDialog<Values>
      title={t("preset.apply")}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("preset.ok")}
      width={640}
      initialValues={{ preset: "WEEKLY_VISIT" }}
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
      <OwnerField />
      <Alert type="info" showIcon title={t("preset.note")} />
    </FormDialog>
  );
}
