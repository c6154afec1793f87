import { CloseGridDocument } from "@maple-bridge/schema/documents";
import { Checkbox, Form } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";
import { CloseImpact } from "./close-impact.tsx";
import type { GridDetails } from "./grid-details.ts";

interface Values {
  on: string;
  endAssignments: boolean;
  reason?: string;
}

export interface GridDialogProps {
  grid: GridDetails;
  open: boolean;
  onClose: () => void;
}

export function CloseGridDialog({ grid, open, onClose }: GridDialogProps) {
  const { t } = useTranslation(["grids", "grid-drawer"]);
  const [closeGrid] = useCommand(CloseGridDocument);
  const { id, version } = grid;
  const submit = async ({ reason, ...values }: Values) =>
    (await closeGrid({ id, expectedVersion: version, ...values, reason: reason || undefined })).problem;
  return (
    <FormDialog<Values>
      title={t("grid-drawer:close.title", { name: grid.name })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("grid-drawer:close.menu")}
      initialValues={{ on: today(), endAssignments: false }}
    >
      <Form.Item
        name="on"
        label={t("grid-drawer:close.on")}
        extra={t("grid-drawer:close.onHint")}
        rules={[{ required: true }]}
      >
        <DayField allowClear={false} />
      </Form.Item>
      <CloseImpact grid={grid} />
      <Form.Item name="endAssignments" valuePropName="checked">
        <Checkbox>{t("grid-drawer:close.endAssignments")}</Checkbox>
      </Form.Item>
      <ReasonField />
    </FormDialog>
  );
}
