import { DraftChecklistDocument, SetChecklistDraftDocument } from "@maple-bridge/schema/documents";
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { ContentFields } from "./content-fields.tsx";
import { type Checklist, contentOf, type ContentValues, draftIn, shownOf, valuesOf } from "./content.ts";
import { OwnerField } from "./owner-field.tsx";

interface Values extends ContentValues {
  code: string;
  name: string;
  stationId?: string;
}

interface DraftChecklistDialogProps {
  /** Whose draft it is, or whose next version begins as the last one; a new checklist without. */
  checklist?: Checklist;
  open: boolean;
  onClose: () => void;
  onMade?: (id: string) => void;
}

/** A draft may leave its first day, its recurrence, its items and who owes it open. */
export function DraftChecklistDialog({ checklist, open, onClose, onMade }: DraftChecklistDialogProps) {
  const { t } = useTranslation("checklists");
  const [draftChecklist] = useCommand(DraftChecklistDocument);
  const [setDraft] = useCommand(SetChecklistDraftDocument);
  const from = checklist && (draftIn(checklist) ?? shownOf(checklist));
  async function submit({ code, name, stationId, ...values }: Values) {
    const content = contentOf(values);
    if (checklist) return (await setDraft({ id: checklist.id, expectedVersion: checklist.version, content })).problem;
    const { data, problem } = await draftChecklist({
      code: code.trim().toUpperCase(),
      name,
      stationId: stationId ?? null,
      content,
    });
    if (data) onMade?.(data.draftChecklist.id);
    return problem;
  }
  return (
    <FormDialog<Values>
      title={checklist ? t("setOf", { name: checklist.name }) : t("create")}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      width={860}
      initialValues={beginning()}
    >
      <p className="note">{t("draftNote")}</p>
      {checklist ? null : <NewFields />}
      <ContentFields />
    </FormDialog>
  );

  /** A next version starts on a day of its own. */
  function beginning(): Partial<Values> {
    const values = valuesOf(from);
    return from?.state === "DRAFT" ? values : { ...values, content: { ...values.content, startsOn: undefined } };
  }
}

function NewFields() {
  const { t } = useTranslation("checklists");
  return (
    <div className="checklists-pair">
      <Form.Item name="name" label={t("name")} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="code" label={t("code")} extra={t("codeHint")} rules={[{ required: true }]}>
        <Input maxLength={20} />
      </Form.Item>
      <OwnerField />
    </div>
  );
}
