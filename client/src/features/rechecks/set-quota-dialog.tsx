import { SetRecheckQuotaDocument } from "@maple-bridge/schema/documents";
import { Form, InputNumber } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { PerMonthNote } from "./per-month-note.tsx";
import { StationField } from "../../ui/station-field.tsx";

interface SetQuotaDialogProps {
  open: boolean;
  onClose: () => void;
}

/** How many are drawn in a month, of the whole bureau's stations or of one. */
export function SetQuotaDialog({ open, onClose }: SetQuotaDialogProps) {
  const { t } = useTranslation("rechecks");
  const [setQuota] = useCommand(SetRecheckQuotaDocument);
  return (
    <FormDialog<{ stationId?: string; perMonth?: number | null }>
      title={t("quota.do")}
      open={open}
      onClose={onClose}
      onSubmit={async ({ stationId, perMonth }) =>
        (await setQuota({ stationId: stationId ?? null, perMonth: perMonth ?? null })).problem
      }
    >
      <StationField label={t("station")} hint={t("quota.stationHint")} />
      <PerMonthNote />
      <Form.Item name="perMonth" label={t("quota.perMonth")} extra={t("quota.hint")}>
        <InputNumber min={0} max={50} precision={0} inputMode="numeric" />
      </Form.Item>
    </FormDialog>
  );
}
