import { type UnitRowFragment, UpdateUnitDocument } from "@maple-bridge/schema/documents";
import { Form, Input, InputNumber } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { codeOf } from "./code-of.ts";

interface Values {
  name: string;
  code?: string | null;
  position: number;
  openedOn?: string | null;
}

interface DialogProps {
  unit: UnitRowFragment;
  open: boolean;
  onClose: () => void;
}

export function UpdateUnitDialog({ unit, open, onClose }: DialogProps) {
  const { t } = useTranslation("organisation");
  const [updateUnit] = useCommand(UpdateUnitDocument);
  async function submit({ name, code, position, openedOn }: Values) {
    const changed = { name, code: codeOf(code), position, openedOn: openedOn ?? null };
    return (await updateUnit({ id: unit.id, expectedVersion: unit.version, ...changed })).problem;
  }
  return (
    <FormDialog<Values>
      title={t("unit.updateTitle", { name: unit.name })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      initialValues={unit}
    >
      <Form.Item name="name" label={t("unit.name")} rules={[{ required: true }]}>
        <Input autoFocus maxLength={60} />
      </Form.Item>
      <Form.Item name="code" label={t("unit.code")} extra={t("unit.codeHint")}>
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="position" label={t("unit.position")} extra={t("unit.positionHint")}>
        <InputNumber min={0} max={9999} precision={0} />
      </Form.Item>
      <Form.Item name="openedOn" label={t("unit.opened")}>
        <DayField />
      </Form.Item>
    </FormDialog>
  );
}
