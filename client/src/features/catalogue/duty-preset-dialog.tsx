import { ApplyDutyPresetDocument, type DutyPreset } from "@maple-bridge/schema/documents";
import { Alert, Form, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import type { Station } from "./station-note.tsx";

interface Values {
  preset: DutyPreset;
}

const presets: readonly DutyPreset[] = [
  "SIX_ROLES",
  "STANDING_DUTIES",
  "COMMAND_ROOM",
  "ROOM_DESKS",
  "THREE_LEVELS",
  "FIRST_RECEIVER",
  "WORKING_MANNER",
  "EIGHT_ONES",
  "THREE_AND_THREE",
];

interface DutyPresetDialogProps {
  /** Whose own the lines are to be; the bureau's without. */
  station: Station | undefined;
  open: boolean;
  onClose: () => void;
}

export function DutyPresetDialog({ station, open, onClose }: DutyPresetDialogProps) {
  const { t } = useTranslation("duty-catalogue");
  const [applyPreset] = useCommand(ApplyDutyPresetDocument);
  return (
    <FormDialog<Values>
      title={t("preset.apply")}
      open={open}
      onClose={onClose}
      onSubmit={async (values) => (await applyPreset({ ...values, stationId: station?.id ?? null })).problem}
      okText={t("preset.ok")}
      width={640}
      initialValues={{ preset: "SIX_ROLES" }}
    >
      <p className="note">{station ? t("forStation", { name: station.name }) : t("forBureau")}</p>
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
      <Alert type="info" showIcon title={t("preset.note")} />
    </FormDialog>
  );
}
