import {
  type MatterOutcome,
  SettleReceiptDocument,
  SubmitWorkDocument,
  WorkDetailsDocument,
} from "@maple-bridge/schema/documents";
import { Form, Input, TextArea } from "antd-mobile";
import { useTranslation } from "react-i18next";
import type { TypedDocumentNode } from "urql";
import { useRead } from "../lib/use-read.ts";
import { EmptyNote } from "../ui/empty-note.tsx";
import { deedsOf, type WorkItem } from "../ui/work/deeds.ts";
import { type Feedback, feedbackBeginning, type FeedbackField, feedbackFields } from "../ui/work/feedback-fields.ts";
import { AwaitAnswer } from "./await-answer.tsx";
import { Choices } from "./choices.tsx";
import { NumberField } from "./number-field.tsx";
import { PageHead } from "./page-head.tsx";
import { PhotoField } from "./photo-field.tsx";
import { SendingForm, type StepProps } from "./sending-form.tsx";
import { MoreTimeForm, SuspensionForm } from "./time-forms.tsx";

/** A step that asks for something, as a form. */
export function StepPage({ id, word }: { id: string; word: string }) {
  const { t } = useTranslation(["phone", "work"]);
  const { isAnswer, ...read } = useRead(WorkDetailsDocument, { id });
  const data = isAnswer ? read.data : undefined;
  const item = data?.workItem;
  const deed = item ? deedsOf(item).find((each) => each.word === word) : undefined;
  return (
    <>
      <PageHead withBack title={deed ? t(`work:deed.${deed.word}`) : (item?.title ?? t("work:one"))} />
      <div className="phone-page">
        <AwaitAnswer read={{ ...read, data }}>
          {() =>
            item && deed ? (
              <>
                <p className="phone-text">
                  <strong>{item.title}</strong>
                </p>
                <StepForm item={item} deed={deed} />
              </>
            ) : (
              <EmptyNote title={t(item ? "work.noStep" : "work:gone")} />
            )
          }
        </AwaitAnswer>
      </div>
    </>
  );
}

function StepForm(props: StepProps) {
  const { deed } = props;
  if (deed.action === "SUBMIT_WORK") return <SubmitForm {...props} />;
  if (deed.action === "SETTLE_RECEIPT") return <SettleForm {...props} />;
  if (deed.action === "ASK_FOR_MORE_TIME") return <MoreTimeForm {...props} />;
  if (deed.action === "ASK_FOR_SUSPENSION") return <SuspensionForm {...props} />;
  return "reason" in deed ? <ReasonForm {...props} document={deed.reason} /> : null;
}

interface Why {
  reason: string;
}
type Reasoned = TypedDocumentNode<object, { input: Why & { id: string; idempotencyKey: string } }>;

function ReasonForm(props: StepProps & { document: Reasoned }) {
  const { t } = useTranslation("work");
  return (
    <SendingForm {...props} inputOf={({ reason }: Why) => ({ id: props.item.id, reason })}>
      <Form.Item name="reason" label={t("reason")} rules={[{ required: true }]}>
        <TextArea autoSize={{ minRows: 3 }} maxLength={500} />
      </Form.Item>
    </SendingForm>
  );
}

interface Settled {
  outcome: MatterOutcome;
  settled: string;
}

function SettleForm(props: StepProps) {
  const { t } = useTranslation("work");
  const outcomes = (["SETTLED", "NOT_SETTLED"] as const).map((value) => ({ value, text: t(`matter.state.${value}`) }));
  return (
    <SendingForm
      {...props}
      document={SettleReceiptDocument}
      inputOf={(values: Settled) => ({ id: props.item.id, ...values })}
      initialValues={{ outcome: "SETTLED" }}
    >
      <Form.Item name="outcome" label={t("matter.outcome")}>
        <Choices label={t("matter.outcome")} options={outcomes} />
      </Form.Item>
      <Form.Item name="settled" label={t("feedback.settled")} rules={[{ required: true }]}>
        <TextArea autoSize={{ minRows: 3 }} maxLength={2000} />
      </Form.Item>
    </SendingForm>
  );
}

function SubmitForm(props: StepProps) {
  const { t } = useTranslation("work");
  const { item } = props;
  return (
    <SendingForm
      {...props}
      document={SubmitWorkDocument}
      inputOf={(values: Feedback) => ({ id: item.id, ...values })}
      initialValues={feedbackBeginning(item)}
    >
      {item.instructions ? <p className="note phone-text">{item.instructions}</p> : null}
      <Form.Subscribe
        to={[
          ["communityFeedback", "kind"],
          ["caseAnswer", "isTakenOn"],
        ]}
      >
        {(_, form) => <FeedbackItems item={item} given={form.getFieldsValue(true) as Feedback} />}
      </Form.Subscribe>
      <Form.Item label={t("photos")}>
        <PhotoField item={item} />
      </Form.Item>
    </SendingForm>
  );
}

function FeedbackItems({ item, given }: { item: WorkItem; given: Feedback }) {
  const { t } = useTranslation("work");
  return feedbackFields(item, given).map((field) => (
    <Form.Item
      key={field.path.join(".")}
      name={[...field.path]}
      label={t(field.label)}
      rules={field.isNeeded ? [{ required: true, ...(field.as === "lines" && { whitespace: true }) }] : []}
    >
      {control(field)}
    </Form.Item>
  ));

  function control(field: FeedbackField) {
    switch (field.as) {
      case "lines":
        return <TextArea autoSize={{ minRows: 2 }} maxLength={field.most} />;
      case "line":
        return <Input maxLength={field.most} />;
      case "number":
        return <NumberField least={field.least} most={field.most} />;
      case "choice":
        return (
          <Choices
            label={t(field.label)}
            options={field.of.map((value) => ({ value, text: t(`community.${value}`) }))}
          />
        );
      case "yesNo":
        return (
          <Choices
            label={t(field.label)}
            options={[
              { value: true, text: t("yes") },
              { value: false, text: t("no") },
            ]}
          />
        );
    }
  }
}
