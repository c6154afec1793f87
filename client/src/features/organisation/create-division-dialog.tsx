import { CreateDivisionDocument } from "@maple-bridge/schema/documents";
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";

interface Values {
  code: string;
  name: string;
}

interface DialogProps {
  open: boolean;
  onClose: () => void;
  onMade: (code: string) => void;
  within?: string;
}

/** The kind follows from the code, so only code and name are asked for. */
export function CreateDivisionDialog({ open, onClose, onMade, within }: DialogProps) {
  const { t } = useTranslation("organisation");
  const [createDivision] = useCommand(CreateDivisionDocument);
  async function submit({ code, name }: Values) {
    const { data, problem } = await createDivision({ code: code.trim(), name });
    if (data) onMade(data.createDivision.code);
    return problem;
  }
  return (
    <FormDialog<Values>
      title={t("division.create")}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("division.createDo")}
      initialValues={{ code: within }}
    >
      <Form.Item name="code" label={t("division.code")} extra={t("division.codeHint")} rules={[{ required: true }]}>
        <Input autoFocus maxLength={12} inputMode="numeric" />
      </Form.Item>
      <Form.Item name="name" label={t("unit.name")} rules={[{ required: true }]}>
        <Input maxLength={60} />
      </Form.Item>
    </FormDialog>
  );
}
