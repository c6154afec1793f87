import { type MergedWork, MergeMattersDocument } from "@maple-bridge/schema/documents";
import { Form, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../form-dialog.tsx";
import { itemToOpen, type MatterDialogProps } from "./matter.ts";
import { MatterSelect } from "./matter-select.tsx";
import { WhyField } from "./why-field.tsx";

interface Values {
  intoId: string;
  openItems: MergedWork;
  reason?: string;
}

const ways = ["MOVE", "CANCEL"] as const satisfies readonly MergedWork[];

/** Ends a matter in another one, and goes on there. */
export function MergeMattersDialog({ matter, open, onClose, onOpen }: MatterDialogProps) {
  const { t } = useTranslation("work");
  const [mergeMatters] = useCommand(MergeMattersDocument);
  const { id: fromId, number, title } = matter;
  async function submit(values: Values) {
    const { data, problem } = await mergeMatters({ fromId, ...values });
    const next = data && itemToOpen(data.mergeMatters.items);
    if (next) onOpen(next.id);
    return problem;
  }
  return (
    <FormDialog<Values>
      title={t("deedTitle", { deed: t("matter.merge"), title })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("matter.mergeDo")}
      width={640}
      initialValues={{ openItems: "MOVE" }}
    >
      <p className="note">{t("matter.mergeNote", { number })}</p>
      <Form.Item name="intoId" label={t("matter.into")} rules={[{ required: true }]}>
        <MatterSelect exceptId={fromId} />
      </Form.Item>
      <Form.Item name="openItems" label={t("matter.openItems")} rules={[{ required: true }]}>
        <Radio.Group options={ways.map((value) => ({ value, label: t(`matter.merged.${value}`) }))} />
      </Form.Item>
      <WhyField />
    </FormDialog>
  );
}
