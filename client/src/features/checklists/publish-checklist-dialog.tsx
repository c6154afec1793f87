import {
  type ChecklistBeginning,
  PublishChecklistDocument,
  SetChecklistDraftDocument,
} from "@maple-bridge/schema/documents";
import { Form, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { ChecklistPreview } from "./checklist-preview.tsx";
import { type Checklist, draftIn, inputOf, type Version } from "./content.ts";

interface Values {
  startsOn: string;
  begins: ChecklistBeginning;
}

interface PublishChecklistDialogProps {
  checklist: Checklist;
  open: boolean;
  onClose: () => void;
}

/** What the draft would bring is seen before it is published; its first day is said here at the latest. */
export function PublishChecklistDialog({ checklist, open, onClose }: PublishChecklistDialogProps) {
  const { t } = useTranslation("checklists");
  const [setDraft] = useCommand(SetChecklistDraftDocument);
  const [publishChecklist] = useCommand(PublishChecklistDocument);
  const draft = draftIn(checklist);
  const { id } = checklist;
  async function submit({ startsOn, begins }: Values) {
    let expectedVersion = checklist.version;
    if (draft && startsOn !== draft.startsOn) {
      const set = await setDraft({ id, expectedVersion, content: { ...inputOf(draft), startsOn } });
      if (set.problem) return set.problem;
      expectedVersion = set.data.setChecklistDraft.version;
    }
    return (await publishChecklist({ id, expectedVersion, begins: begins ?? "TODAY" })).problem;
  }
  return (
    <FormDialog<Values>
      title={t("publish.title", { name: checklist.name })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("publish.do")}
      width={680}
      initialValues={{ startsOn: draft?.startsOn ?? today(), begins: "TODAY" }}
    >
      <p className="note">{t("publish.note")}</p>
      <Form.Item name="startsOn" label={t("startsOnLabel")} rules={[{ required: true }]}>
        <DayField allowClear={false} />
      </Form.Item>
      {draft ? <Preview draft={draft} stationId={checklist.station?.id ?? null} /> : null}
    </FormDialog>
  );
}

function Preview({ draft, stationId }: { draft: Version; stationId: string | null }) {
  const { t } = useTranslation("checklists");
  const startsOn = Form.useWatch<string | undefined>("startsOn") ?? draft.startsOn;
  const isPast = startsOn !== null && startsOn < today();
  return (
    <>
      {isPast ? (
        <Form.Item name="begins" label={t("publish.begins")} extra={t("publish.beginsHint")}>
          <Radio.Group
            options={(["TODAY", "THIS_WEEK", "START"] as const).map((value) => ({
              value,
              label: t(`publish.from.${value}`),
            }))}
          />
        </Form.Item>
      ) : null}
      <ChecklistPreview input={{ ...inputOf(draft), startsOn, stationId }} />
    </>
  );
}
