import { type CommunityFeedbackKind, SubmitWorkDocument, type SubmitWorkInput } from "@maple-bridge/schema/documents";
import { Form, Input, InputNumber, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { PhotoInput } from "../photos/photo-input.tsx";
import { DeedDialog, type DeedProps } from "./deed-dialog.tsx";
import type { WorkItem } from "./deeds.ts";
import { communityKinds } from "./work-glossary.ts";

type Values = Omit<SubmitWorkInput, "id" | "idempotencyKey">;

/** The feedback of its kind, with photos where one has taken some. */
export function SubmitDialog(props: DeedProps) {
  const { t } = useTranslation("work");
  const { item } = props;
  return (
    <DeedDialog
      {...props}
      document={SubmitWorkDocument}
      inputOf={(values: Values) => ({ id: item.id, ...values })}
      initialValues={initialOf(item)}
    >
      {item.instructions ? <p className="note work-text">{item.instructions}</p> : null}
      <FeedbackFields item={item} />
      <Form.Item label={t("photos")}>
        <PhotoInput item={item} />
      </Form.Item>
    </DeedDialog>
  );
}

function FeedbackFields({ item: { kind, orderKind } }: { item: WorkItem }) {
  if (kind !== "ORDER") return <TaskFields />;
  if (orderKind === "INCIDENT") return <SceneFields />;
  if (orderKind === "CASE") return <CaseFields />;
  if (orderKind === "LINKAGE") return <LinkageFields />;
  return orderKind === "SUPERVISION" ? <RectificationFields /> : <CommunityFields />;
}

const initialOf = ({ orderKind }: WorkItem): Values => {
  if (orderKind === "COMMUNITY") return { communityFeedback: { kind: "DISPUTE", isResolved: true, done: "" } };
  if (orderKind === "CASE") return { caseAnswer: { isTakenOn: true } };
  return orderKind === "LINKAGE" ? { linkageResponse: { isTakenOn: true, response: "" } } : {};
};

interface TextProps {
  of: string;
  name: "done" | "happened" | "cause" | "likelyCourse" | "furtherNeed" | "response" | "caseReason";
  field?: string;
  isNeeded?: boolean;
}

function TextLines({ of, name, field = name, isNeeded = false }: TextProps) {
  const { t } = useTranslation("work");
  return (
    <Form.Item
      name={[of, field]}
      label={t(`feedback.${name}`)}
      rules={isNeeded ? [{ required: true, whitespace: true }] : undefined}
    >
      <Input.TextArea
        autoSize={{ minRows: 2, maxRows: 10 }}
        maxLength={name === "done" || name === "happened" ? 2000 : 1000}
      />
    </Form.Item>
  );
}

function YesNo({ of, name, label }: { of: string; name: string; label: string }) {
  const { t } = useTranslation("work");
  return (
    <Form.Item name={[of, name]} label={label} rules={[{ required: true }]}>
      <Radio.Group
        options={[
          { value: true, label: t("yes") },
          { value: false, label: t("no") },
        ]}
      />
    </Form.Item>
  );
}

const SceneFields = () => (
  <>
    <TextLines of="sceneReport" name="happened" isNeeded />
    <TextLines of="sceneReport" name="done" isNeeded />
    <TextLines of="sceneReport" name="cause" />
    <TextLines of="sceneReport" name="likelyCourse" />
  </>
);

function CaseFields() {
  const { t } = useTranslation("work");
  const isTakenOn = Form.useWatch<boolean | undefined>(["caseAnswer", "isTakenOn"]);
  return (
    <>
      <YesNo of="caseAnswer" name="isTakenOn" label={t("feedback.isTakenOn")} />
      {isTakenOn === false ? (
        <TextLines of="caseAnswer" name="caseReason" field="reason" isNeeded />
      ) : (
        <Form.Item name={["caseAnswer", "caseNumber"]} label={t("feedback.caseNumber")} rules={[{ required: true }]}>
          <Input maxLength={50} />
        </Form.Item>
      )}
    </>
  );
}

function CommunityFields() {
  const { t } = useTranslation("work");
  const about = Form.useWatch<CommunityFeedbackKind | undefined>(["communityFeedback", "kind"]) ?? "DISPUTE";
  return (
    <>
      <Form.Item name={["communityFeedback", "kind"]} label={t("feedback.about")}>
        <Radio.Group options={communityKinds.map((value) => ({ value, label: t(`community.${value}`) }))} />
      </Form.Item>
      <YesNo of="communityFeedback" name="isResolved" label={t(`resolved.${about}`)} />
      <TextLines of="communityFeedback" name="done" isNeeded />
      <TextLines of="communityFeedback" name="furtherNeed" />
    </>
  );
}

function LinkageFields() {
  const { t } = useTranslation("work");
  return (
    <>
      <YesNo of="linkageResponse" name="isTakenOn" label={t("feedback.isTakenOn")} />
      <TextLines of="linkageResponse" name="response" isNeeded />
    </>
  );
}

const RectificationFields = () => (
  <>
    <TextLines of="rectification" name="cause" isNeeded />
    <TextLines of="rectification" name="done" isNeeded />
  </>
);

function TaskFields() {
  const { t } = useTranslation("work");
  return (
    <>
      <TextLines of="taskResult" name="done" isNeeded />
      <Form.Item name={["taskResult", "count"]} label={t("feedback.count")}>
        <InputNumber min={0} max={1_000_000} precision={0} inputMode="numeric" />
      </Form.Item>
      <Form.Item name={["taskResult", "minutes"]} label={t("feedback.minutes")}>
        <InputNumber min={1} max={10_000} precision={0} inputMode="numeric" />
      </Form.Item>
    </>
  );
}
