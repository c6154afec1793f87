import { type DivisionRowFragment, UpdateDivisionDocument } from "@maple-bridge/schema/documents";
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";

interface DialogProps {
  division: DivisionRowFragment;
  open: boolean;
  onClose: () => void;
}

export function UpdateDivisionDialog({ division, open, onClose }: DialogProps) {
  const { t } = useTranslation("organisation");
  const [updateDivision] = useCommand(UpdateDivisionDocument);
  const { id, version, name } = division;
  return (
    <FormDialog<{ name: string }>
      title={t("division.updateTitle", { name })}
      open={open}
      onClose={onClose}
      onSubmit={async (changed) => (await updateDivision({ id, expectedVersion: version, ...changed })).problem}
      initialValues={{ name }}
    >
      <Form.Item name="name" label={t("unit.name")} rules={[{ required: true }]}>
        <Input autoFocus maxLength={60} />
      </Form.Item>
    </FormDialog>
  );
}
