import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import type { Problem } from "../../lib/problem.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";

interface Closing {
  on: string;
  reason?: string;
}

interface CloseDialogProps {
  title: string;
  note: string;
  okText: string;
  open: boolean;
  onClose: () => void;
  onSubmit: (closing: Closing) => Promise<Problem | undefined>;
}

/** From which day a unit or a division is no more, and why. */
export function CloseDialog({ title, note, okText, open, onClose, onSubmit }: CloseDialogProps) {
  const { t } = useTranslation("organisation");
  return (
    <FormDialog<Closing>
      title={title}
      open={open}
      onClose={onClose}
      onSubmit={onSubmit}
      okText={okText}
      initialValues={{ on: today() }}
    >
      <p className="note">{note}</p>
      <Form.Item name="on" label={t("close.on")} rules={[{ required: true }]}>
        <DayField />
      </Form.Item>
      <ReasonField />
    </FormDialog>
  );
}
