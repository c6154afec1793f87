import { type CalendarFieldsFragment, PublishCalendarDocument } from "@maple-bridge/schema/documents";
import { Alert, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { DraftChanges } from "./draft-changes.tsx";
import type { Draft } from "./draft-section.tsx";

interface PublishDialogProps {
  draft: Draft;
  before: CalendarFieldsFragment | null;
  open: boolean;
  onClose: () => void;
}

export function PublishDialog({ draft, before, open, onClose }: PublishDialogProps) {
  const { t } = useTranslation("calendar");
  const [publishCalendar] = useCommand(PublishCalendarDocument);
  const submit = async (values: { note: string }) =>
    (await publishCalendar({ id: draft.id, expectedVersion: draft.version, ...values })).problem;
  return (
    <FormDialog<{ note: string }>
      title={t("publish.title", { number: draft.number })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("publish.ok")}
      width={640}
    >
      <Alert type="warning" showIcon title={t("publish.warning")} />
      <DraftChanges draft={draft} before={before} />
      <Form.Item name="note" label={t("publish.note")} extra={t("publish.noteHint")} rules={[{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
