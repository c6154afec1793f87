import { BeginRunDocument } from "@maple-bridge/schema/documents";
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { sayDone } from "../../lib/telling.ts";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { GridSelect } from "../../ui/work/grid-select.tsx";
import type { Checklist } from "./content.ts";

interface BeginRunDialogProps {
  checklist: Checklist;
  open: boolean;
  onClose: () => void;
}

/** For one case at a grid: today's run of whoever owes the checklist there. */
export function BeginRunDialog({ checklist: { id, name }, open, onClose }: BeginRunDialogProps) {
  const { t } = useTranslation("checklists");
  const [beginRun] = useCommand(BeginRunDocument);
  async function submit(values: { gridId: string; about: string }) {
    const { data, problem } = await beginRun({ id, ...values });
    if (data) sayDone(t("begin.done", { numbers: data.beginRun.map(({ number }) => number).join(" ") }));
    return problem;
  }
  return (
    <FormDialog<{ gridId: string; about: string }>
      title={t("begin.title", { name })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("begin.do")}
    >
      <Form.Item name="gridId" label={t("begin.grid")} rules={[{ required: true }]}>
        <GridSelect />
      </Form.Item>
      <Form.Item
        name="about"
        label={t("begin.about")}
        extra={t("begin.aboutHint")}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input maxLength={40} />
      </Form.Item>
    </FormDialog>
  );
}
