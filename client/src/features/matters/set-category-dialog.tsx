import {
  type MatterCategoryFieldsFragment,
  type MatterKind,
  SetMatterCategoryDocument,
} from "@maple-bridge/schema/documents";
import { Form, Input, InputNumber, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { matterKinds } from "../../ui/work/work-glossary.ts";
import { keyOf } from "./category.ts";

interface Values {
  kind: MatterKind;
  code: string;
  name: string;
  intakeClass?: string | null;
  position?: number | null;
}

interface DialogProps {
  /** Whose next revision it is; a new category without. */
  category?: MatterCategoryFieldsFragment;
  /** What a new one begins as. */
  kind?: MatterKind | undefined;
  open: boolean;
  onClose: () => void;
  onMade?: (key: string) => void;
}

export function SetCategoryDialog({ category, kind, open, onClose, onMade }: DialogProps) {
  const { t } = useTranslation(["matter-categories", "words"]);
  const [setMatterCategory] = useCommand(SetMatterCategoryDocument);
  async function submit({ intakeClass, position, ...told }: Values) {
    const asked = { ...told, ...(category && { kind: category.kind, code: category.code }) };
    const { problem } = await setMatterCategory({
      ...asked,
      intakeClass: intakeClass?.trim() || null,
      position: position ?? null,
    });
    if (!problem) onMade?.(keyOf(asked));
    return problem;
  }
  return (
    <FormDialog<Values>
      title={category ? t("category.setOf", { name: category.name }) : t("category.create")}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      initialValues={category ? valuesOf(category) : { kind: kind ?? "INCIDENT" }}
    >
      {category ? (
        <p className="note">{t("category.setNote")}</p>
      ) : (
        <>
          <Form.Item name="kind" label={t("category.kind")}>
            <Radio.Group options={matterKinds.map((value) => ({ value, label: t(`words:matterKind.${value}`) }))} />
          </Form.Item>
          <Form.Item name="code" label={t("category.code")} extra={t("category.codeHint")} rules={[{ required: true }]}>
            <Input maxLength={30} />
          </Form.Item>
        </>
      )}
      <Form.Item name="name" label={t("category.name")} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="intakeClass" label={t("category.intakeClass")} extra={t("category.intakeClassHint")}>
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="position" label={t("category.position")} extra={t("category.positionHint")}>
        <InputNumber min={0} max={999} precision={0} />
      </Form.Item>
    </FormDialog>
  );
}

const valuesOf = ({ kind, code, name, intakeClass, position }: MatterCategoryFieldsFragment): Values => ({
  kind,
  code,
  name,
  intakeClass,
  position,
});
