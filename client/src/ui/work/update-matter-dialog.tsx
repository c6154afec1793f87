import { type MatterSource, UpdateMatterDocument, type Urgency } from "@maple-bridge/schema/documents";
import { Form, Input, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { inChina, momentOn, today } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { DayField } from "../day-field.tsx";
import { FormDialog } from "../form-dialog.tsx";
import { CategorySelect } from "./category-select.tsx";
import type { MatterDialogProps } from "./matter.ts";
import { matterSources, urgencies } from "./work-glossary.ts";

interface Values {
  title: string;
  description?: string;
  address?: string;
  categoryId: string;
  urgency: Urgency;
  source: MatterSource;
  happenedOn: string;
  happenedTime: string;
}

/** What a matter says of what happened; the work about it keeps its urgency and its due times. */
export function UpdateMatterDialog({ matter, open, onClose }: MatterDialogProps) {
  const { t } = useTranslation("work");
  const [updateMatter] = useCommand(UpdateMatterDocument);
  const { id, version, title, description, address, category, urgency, source, happenedAt, kind } = matter;
  const happened = { happenedOn: dayOf(happenedAt), happenedTime: timeOf(happenedAt) };
  async function submit({ happenedOn, happenedTime, ...values }: Values) {
    const isMoved = happenedOn !== happened.happenedOn || happenedTime !== happened.happenedTime;
    const input = {
      ...values,
      description: values.description || null,
      address: values.address || null,
      happenedAt: isMoved ? momentOn(happenedOn, happenedTime) : undefined,
    };
    return (await updateMatter({ id, expectedVersion: version, ...input })).problem;
  }
  return (
    <FormDialog<Values>
      title={t("deedTitle", { deed: t("matter.update"), title })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      width={680}
      initialValues={{
        ...{ title, urgency, source, categoryId: category.id, ...happened },
        ...{ description: description ?? undefined, address: address ?? undefined },
      }}
    >
      <Form.Item name="title" label={t("title")} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="description" label={t("matter.description")} extra={t("register.noNames")}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="address" label={t("matter.address")} rules={matter.grid ? undefined : [{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="categoryId" label={t("matter.category")} rules={[{ required: true }]}>
        <CategorySelect kind={kind} named={category} />
      </Form.Item>
      <Form.Item name="urgency" label={t("urgencyLabel")} extra={t("matter.urgencyHint")}>
        <Radio.Group options={urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))} />
      </Form.Item>
      <Form.Item name="source" label={t("matter.source")}>
        <Select options={matterSources.map((value) => ({ value, label: t(`matter.from.${value}`) }))} />
      </Form.Item>
      <div className="work-moment">
        <Form.Item name="happenedOn" label={t("matter.happenedOn")} rules={[{ required: true }]}>
          <DayField last={today()} allowClear={false} />
        </Form.Item>
        <Form.Item name="happenedTime" label={t("matter.happenedTime")} rules={[{ required: true }]}>
          <Input type="time" />
        </Form.Item>
      </div>
    </FormDialog>
  );
}

const dayOf = (instant: string) => inChina(instant).format("YYYY-MM-DD");
const timeOf = (instant: string) => inChina(instant).format("HH:mm");
