import { RunToFillDocument } from "@maple-bridge/schema/documents";
import { Form, TextArea } from "antd-mobile";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dayText, today } from "../lib/dates.ts";
import { useRead } from "../lib/use-read.ts";
import { EmptyNote } from "../ui/empty-note.tsx";
import { WholeDays } from "../ui/whole-days.tsx";
import { draftOf, keepDraft } from "../ui/work/run-draft.ts";
import { beginningOf, type Filled, itemsOf, returnReasonOf, type RunToFill } from "../ui/work/run.ts";
import { useSendRun } from "../ui/work/use-send-run.ts";
import { AwaitAnswer } from "./await-answer.tsx";
import { DayInput } from "./day-input.tsx";
import { Note } from "./note.tsx";
import { PageHead } from "./page-head.tsx";
import { PhoneForm } from "./phone-form.tsx";
import { PhotoField } from "./photo-field.tsx";
import { RunItemField } from "./run-item-field.tsx";
import { sayDone } from "./told.tsx";
import { useGoing } from "./use-going.ts";

/** A run of a checklist, item by item. What is filled in is kept on the phone until it is sent. */
export function RunPage({ id }: { id: string }) {
  const { t } = useTranslation("work");
  const { isAnswer, ...read } = useRead(RunToFillDocument, { id });
  const data = isAnswer ? read.data : undefined;
  const run = data?.workItem;
  return (
    <>
      <PageHead withBack title={run?.title ?? t("run.one")} />
      <div className="phone-page">
        <AwaitAnswer read={{ ...read, data }}>
          {() => (run?.checklist ? <RunForm key={run.round} run={run} /> : <EmptyNote title={t("gone")} />)}
        </AwaitAnswer>
      </div>
    </>
  );
}

function RunForm({ run }: { run: RunToFill }) {
  const { t } = useTranslation("work");
  const { back } = useGoing();
  const send = useSendRun(run.id);
  const [draft] = useState(() => draftOf(run));
  const [beginning] = useState(() => beginningOf(run, draft));
  const returned = returnReasonOf(run);
  return (
    <>
      <p className="note">
        {run.grid?.name} · <WholeDays text={t("run.of", { from: run.occurrenceOn, to: run.windowEndsOn })} />
      </p>
      {returned ? <Note tone="soon">{t("run.returned", { reason: returned })}</Note> : null}
      {draft ? <Note tone="accent">{t("run.draft")}</Note> : null}
      <PhoneForm<Filled>
        initialValues={beginning}
        sendText={t(run.state === "MISSED" ? "deed.fillLate" : "run.send")}
        onChange={(filled) => keepDraft(run, filled)}
        onSend={send}
        onSent={() => {
          sayDone(t("run.sent", { number: run.number }));
          back();
        }}
      >
        {run.state === "MISSED" ? <LateFields run={run} /> : null}
        {itemsOf(run).map((item, index) => (
          <RunItemField key={item.code} run={run} item={item} index={index} />
        ))}
        <Form.Item name={["runReport", "note"]} label={t("run.note")}>
          <TextArea autoSize={{ minRows: 1 }} maxLength={500} />
        </Form.Item>
        <Form.Subscribe to={[["runReport", "answers"]]}>
          {(_, form) => (
            <Form.Item label={t("run.otherPhotos")}>
              <PhotoField item={otherPhotosOf(run, form.getFieldsValue(true) as Filled)} />
            </Form.Item>
          )}
        </Form.Subscribe>
        {run.checklist?.note ? <p className="note phone-text">{run.checklist.note}</p> : null}
      </PhoneForm>
    </>
  );
}

/** Those that answer no item. */
function otherPhotosOf(run: RunToFill, { runReport }: Filled) {
  const claimed = new Set(runReport?.answers?.map((answer) => answer?.photoId));
  return { ...run, photosAtLeast: 0, evidence: run.evidence.filter(({ sentDigest }) => !claimed.has(sentDigest)) };
}

/** Of one that was missed: when it was done after all, and why it is told only now. */
function LateFields({ run }: { run: RunToFill }) {
  const { t } = useTranslation("work");
  const until = run.fillableUntil ? dayText(new Date(Date.parse(run.fillableUntil) - 1).toISOString()) : undefined;
  return (
    <>
      <Note tone="soon">{t("run.late", { until })}</Note>
      <Form.Item name="visitedOn" label={t("run.visitedOn")} rules={[{ required: true }]}>
        <DayInput first={run.occurrenceOn ?? undefined} last={today()} />
      </Form.Item>
      <Form.Item name="reason" label={t("run.whyLate")} rules={[{ required: true }]}>
        <TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Form.Item>
    </>
  );
}
