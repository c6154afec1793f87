import { ApplyMatterCategoryPresetDocument, type MatterCategoryPreset } from "@maple-bridge/schema/documents";
import { Alert, Form, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";

interface Values {
  preset: MatterCategoryPreset;
}

const presets: readonly MatterCategoryPreset[] = ["INCIDENTS", "DISPUTES", "HAZARDS", "INTAKE", "FIVE_SMALL"];

export function CategoryPresetDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation("matter-categories");
  const [applyPreset] = useCommand(ApplyMatterCategoryPresetDocument);
  return (
    <FormDialog<Values>
      title={t("category.preset.apply")}
      open={open}
      onClose={onClose}
      onSubmit={async (values) => (await applyPreset(values)).problem}
      okText={t("category.preset.ok")}
      width={600}
      initialValues={{ preset: "INCIDENTS" }}
    >
      <Form.Item name="preset" label={t("category.preset.one")}>
        <Radio.Group className="stacked">
          {presets.map((preset) => (
            <Radio key={preset} value={preset}>
              {t(`category.preset.name.${preset}`)}
              <div className="note">{t(`category.preset.means.${preset}`)}</div>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Alert type="info" showIcon title={t("category.preset.note")} />
    </FormDialog>
  );
}
