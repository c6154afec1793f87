import { SubmitWorkDocument } from "@maple-bridge/schema/documents";
import { Form, Input, InputNumber, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { PhotoInput } from "../photos/photo-input.tsx";
import { DeedDialog, type DeedProps } from "./deed-dialog.tsx";
import type { WorkItem } from "./deeds.ts";
import { type Feedback, feedbackBeginning, type FeedbackField, feedbackFields } from "./feedback-fields.ts";

/** The feedback of its kind, with photos where one has taken some. */
export function SubmitDialog(props: DeedProps) {
  const { t } = useTranslation("work");
  const { item } = props;
  return (
    <DeedDialog
      {...props}
      document={SubmitWorkDocument}
      inputOf={(values: Feedback) => ({ id: item.id, ...values })}
      initialValues={feedbackBeginning(item)}
    >
      {item.instructions ? <p className="note work-text">{item.instructions}</p> : null}
      <FeedbackItems item={item} />
      <Form.Item label={t("photos")}>
        <PhotoInput item={item} />
      </Form.Item>
    </DeedDialog>
  );
}

function FeedbackItems({ item }: { item: WorkItem }) {
  const { t } = useTranslation("work");
  const given = Form.useWatch((values: Feedback) => values);
  return feedbackFields(item, given).map((field) => (
    <Form.Item
      key={field.path.join(".")}
      name={[...field.path]}
      label={t(field.label)}
      rules={field.isNeeded ? [{ required: true, ...(field.as === "lines" && { whitespace: true }) }] : undefined}
    >
      {control(field)}
    </Form.Item>
  ));

  function control(field: FeedbackField) {
    switch (field.as) {
      case "lines":
        return <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={field.most} />;
      case "line":
        return <Input maxLength={field.most} />;
      case "number":
        return <InputNumber min={field.least} max={field.most} precision={0} inputMode="numeric" />;
      case "choice":
        return <Radio.Group options={field.of.map((value) => ({ value, label: t(`community.${value}`) }))} />;
      case "yesNo":
        return (
          <Radio.Group
            options={[
              { value: true, label: t("yes") },
              { value: false, label: t("no") },
            ]}
          />
        );
    }
  }
}
