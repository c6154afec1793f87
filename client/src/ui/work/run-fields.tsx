import { Alert, Form, Input } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { dayText, today } from "../../lib/dates.ts";
import { DayField } from "../day-field.tsx";
import { PhotoInput } from "../photos/photo-input.tsx";
import { WholeDays } from "../whole-days.tsx";
import { RunAnswerField } from "./run-answer-field.tsx";
import { beginningOf, type Filled, itemsOf, returnReasonOf, type RunToFill } from "./run.ts";
import { draftOf, keepDraft } from "./run-draft.ts";
import { WhyField } from "./why-field.tsx";

/** The items of the version that the run opened with, in their order. */
export function RunFields({ run }: { run: RunToFill }) {
  const { t } = useTranslation("work");
  const [draft] = useState(() => draftOf(run));
  const [beginning] = useState(() => beginningOf(run, draft));
  const filled = Form.useWatch((values: Filled) => values);
  const answers = filled?.runReport?.answers;
  const claimed = new Set(answers?.map((answer) => answer?.photoId));
  const returned = returnReasonOf(run);
  useKeptDraft(run, filled);
  return (
    <div className="run-fields">
      <p className="note">
        {run.grid?.name} · <WholeDays text={t("run.of", { from: run.occurrenceOn, to: run.windowEndsOn })} />
      </p>
      {returned ? <Alert type="warning" showIcon title={t("run.returned", { reason: returned })} /> : null}
      {draft ? (
        <p className="note" role="status">
          {t("run.draft")}
        </p>
      ) : null}
      {run.state === "MISSED" ? <LateFields run={run} beginning={beginning} /> : null}
      {itemsOf(run).map((item, index) => (
        <RunAnswerField
          key={item.code}
          run={run}
          item={item}
          index={index}
          answer={answers?.[index]}
          beginning={beginning.runReport?.answers?.[index] ?? undefined}
        />
      ))}
      <Form.Item name={["runReport", "note"]} label={t("run.note")} initialValue={beginning.runReport?.note}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={500} />
      </Form.Item>
      <Form.Item label={t("run.otherPhotos")}>
        <PhotoInput
          item={{
            ...run,
            photosAtLeast: 0,
            evidence: run.evidence.filter(({ sentDigest }) => !claimed.has(sentDigest)),
          }}
        />
      </Form.Item>
      {run.checklist?.note ? <p className="note">{run.checklist.note}</p> : null}
    </div>
  );
}

/** Of one that was missed: when it was done after all, and why it is told only now. */
function LateFields({ run, beginning }: { run: RunToFill; beginning: Filled }) {
  const { t } = useTranslation("work");
  const until = run.fillableUntil ? dayText(new Date(Date.parse(run.fillableUntil) - 1).toISOString()) : undefined;
  return (
    <>
      <Alert type="warning" showIcon title={t("run.late", { until })} />
      <Form.Item
        name="visitedOn"
        label={t("run.visitedOn")}
        rules={[{ required: true }]}
        initialValue={beginning.visitedOn}
      >
        <DayField first={run.occurrenceOn ?? undefined} last={today()} />
      </Form.Item>
      <WhyField label={t("run.whyLate")} required initialValue={beginning.reason} />
    </>
  );
}

/** Whatever is filled in is kept at once: a phone may be put away at any moment. */
function useKeptDraft({ id, round }: RunToFill, filled: Filled | undefined) {
  const isTouched = Form.useFormInstance().isFieldsTouched();
  useEffect(() => {
    if (filled && isTouched) keepDraft({ id, round }, filled);
  }, [id, round, filled, isTouched]);
}
