import { MoveUnitDocument, type UnitRowFragment } from "@maple-bridge/schema/documents";
import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { UnitSelect } from "../../ui/unit-select.tsx";

interface DialogProps {
  unit: UnitRowFragment;
  open: boolean;
  onClose: () => void;
}

export function MoveUnitDialog({ unit, open, onClose }: DialogProps) {
  const { t } = useTranslation("organisation");
  const [moveUnit] = useCommand(MoveUnitDocument);
  const submit = async ({ parentId }: { parentId: string }) =>
    (await moveUnit({ id: unit.id, expectedVersion: unit.version, parentId })).problem;
  return (
    <FormDialog<{ parentId: string }>
      title={t("unit.moveTitle", { name: unit.name })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("unit.move")}
    >
      <p className="note">{t("unit.moveNote", { parent: unit.parent?.name ?? "—" })}</p>
      <Form.Item name="parentId" label={t("unit.newParent")} rules={[{ required: true }]}>
        <UnitSelect filter={{ openOnly: true, mayHold: [unit.kind] }} except={[unit.id, unit.parent?.id]} />
      </Form.Item>
    </FormDialog>
  );
}
