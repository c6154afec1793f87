import { RenameChecklistDocument } from "@maple-bridge/schema/documents";
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import type { Checklist } from "./content.ts";

interface RenameChecklistDialogProps {
  checklist: Checklist;
  open: boolean;
  onClose: () => void;
}

export function RenameChecklistDialog({ checklist: { id, name, version }, open, onClose }: RenameChecklistDialogProps) {
  const { t } = useTranslation("checklists");
  const [renameChecklist] = useCommand(RenameChecklistDocument);
  return (
    <FormDialog<{ name: string }>
      title={t("rename.title", { name })}
      open={open}
      onClose={onClose}
      onSubmit={async (values) => (await renameChecklist({ id, expectedVersion: version, ...values })).problem}
      okText={t("rename.do")}
      initialValues={{ name }}
    >
      <p className="note">{t("rename.note")}</p>
      <Form.Item name="name" label={t("name")} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={50} />
      </Form.Item>
    </FormDialog>
  );
}
