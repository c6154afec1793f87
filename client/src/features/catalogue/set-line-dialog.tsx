import { SetDutyLineDocument, type SixRole } from "@maple-bridge/schema/documents";
import { Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { sixRoles } from "../../lib/glossary.ts";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { type Head, type Line, ownerFrom } from "./line.ts";
import { OwnerFields } from "./owner-fields.tsx";
import type { Station } from "./station-note.tsx";

interface Values {
  head: Head;
  part?: string | null;
  code: string;
  title: string;
  text?: string | null;
  serves?: SixRole | null;
  position?: number | null;
}

interface SetLineDialogProps {
  /** Whose next revision it is, or in whose place the station's own comes; a new line without. */
  line?: Line;
  /** Whose own the line is to be; the bureau's without. */
  station: Station | undefined;
  /** What a new one begins as. */
  head?: Head | undefined;
  open: boolean;
  onClose: () => void;
  onMade?: (key: string) => void;
}

export function SetLineDialog({ line, station, head, open, onClose, onMade }: SetLineDialogProps) {
  const { t } = useTranslation(["duty-catalogue", "words"]);
  const [setDutyLine] = useCommand(SetDutyLineDocument);
  async function submit({ head: chosen, part, code, title, text, serves, position }: Values) {
    const owner = line ? ownerOf(line) : ownerFrom(chosen, part);
    const { problem } = await setDutyLine({
      ...owner,
      code: line?.code ?? code,
      stationId: station?.id ?? null,
      title,
      text: text?.trim() || null,
      serves: serves ?? null,
      position: position ?? null,
    });
    if (!problem && !line) onMade?.(`${[chosen, part].filter(Boolean).join(".")}/${code.trim().toUpperCase()}`);
    return problem;
  }
  return (
    <FormDialog<Values>
      title={line ? t("setOf", { title: line.title }) : t("create")}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      initialValues={line ? valuesOf(line) : { head: head ?? "RESPONSIBLE_OFFICER" }}
    >
      <p className="note">{station ? t("forStation", { name: station.name }) : t("forBureau")}</p>
      {line ? null : <OwnerFields />}
      <Form.Item name="title" label={t("title")} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="text" label={t("text")} extra={t("textHint")}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name="serves" label={t("serves")}>
        <Select allowClear options={sixRoles.map((value) => ({ value, label: t(`words:sixRole.${value}`) }))} />
      </Form.Item>
      <Form.Item name="position" label={t("position")} extra={t("positionHint")}>
        <InputNumber min={0} max={999} precision={0} />
      </Form.Item>
    </FormDialog>
  );
}

const ownerOf = ({ duty, gridKind, level, unitKind }: Line) => ({ duty, gridKind, level, unitKind });

const valuesOf = ({ title, text, serves, position }: Line): Partial<Values> => ({ title, text, serves, position });
