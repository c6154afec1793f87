import { Form, Input, TextArea } from "antd-mobile";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Light } from "../ui/light.tsx";
import {
  answerFieldOf,
  asksWhatIsWrong,
  type FilledAnswer,
  foundCount,
  isFailing,
  isQuick,
  quickCounts,
  type RunItem,
  type RunToFill,
} from "../ui/work/run.ts";
import { Choices } from "./choices.tsx";
import { NumberField } from "./number-field.tsx";
import { PhotoField } from "./photo-field.tsx";

interface RunItemFieldProps {
  run: RunToFill;
  item: RunItem;
  /** Its place among the items. */
  index: number;
}

/** One item, as it is answered; it says at once where the answer opens a hazard. */
export function RunItemField({ run, item, index }: RunItemFieldProps) {
  const { t } = useTranslation("work");
  const at = ["runReport", "answers", index];
  return (
    <>
      <Form.Item
        name={[...at, answerFieldOf[item.evidence]]}
        label={
          <>
            {index + 1}. {item.wording}
            {item.isRequired ? null : <span className="note">{t("run.mayBeLeft")}</span>}
          </>
        }
        rules={item.isRequired ? [{ required: true }] : []}
        description={item.evidence === "PLACE" ? t("run.noNames") : undefined}
      >
        <Control item={item} run={run} />
      </Form.Item>
      <Form.Subscribe to={[[...at, answerFieldOf[item.evidence]]]}>
        {(_, form) => {
          const answer = form.getFieldValue(at) as FilledAnswer;
          return item.finds ? (
            <Found item={item} index={index} answer={answer} />
          ) : (
            <Failing item={item} index={index} answer={answer} />
          );
        }}
      </Form.Subscribe>
    </>
  );
}

/** Of an answer that fails: that it opens a hazard, and what is wrong, as the hazard is called by it. */
function Failing({ item, index, answer }: Omit<RunItemFieldProps, "run"> & { answer: FilledAnswer | undefined }) {
  const { t } = useTranslation("work");
  if (!isFailing(item, answer)) return null;
  return (
    <div className="phone-failing">
      <p role="status">
        <Light tone="bad">{t("run.opensHazard")}</Light>
      </p>
      {asksWhatIsWrong(item, answer) ? (
        <Form.Item
          name={["runReport", "answers", index, "wrong"]}
          label={
            <>
              {t("run.wrong")}
              <span className="note">{t("run.mayBeLeft")}</span>
            </>
          }
        >
          <TextArea autoSize={{ minRows: 1 }} maxLength={500} placeholder={t("run.wrongHint")} />
        </Form.Item>
      ) : null}
    </div>
  );
}

/** Each that is counted, in words: a matter is registered of it. */
function Found({ item, index, answer }: Omit<RunItemFieldProps, "run"> & { answer: FilledAnswer | undefined }) {
  const { t } = useTranslation("work");
  const count = foundCount(item, answer);
  if (count === 0) return null;
  return (
    <div className="phone-found">
      <p role="status" className="note">
        {t("run.opensEach")}
      </p>
      {Array.from({ length: count }, (_, at) => (
        <Form.Item
          key={at}
          name={["runReport", "answers", index, "found", at]}
          label={t("run.found", { number: at + 1, of: item.wording })}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input maxLength={100} placeholder={t(`run.foundHint.${item.finds!}`)} />
        </Form.Item>
      ))}
    </div>
  );
}

interface Answering {
  /** From the form item that it stands in. */
  id?: string;
  value?: never;
  onChange?: (value: unknown) => void;
}

function Control({ item, run, ...answering }: Answering & { item: RunItem; run: RunToFill }) {
  switch (item.evidence) {
    case "COUNT":
      return <CountField item={item} {...answering} />;
    case "CHOICE":
      return (
        <Choices
          label={item.wording}
          options={(item.choices ?? []).map((value) => ({ value, text: value }))}
          {...answering}
        />
      );
    case "TEXT":
      return <TextArea autoSize={{ minRows: 2 }} maxLength={500} {...answering} />;
    case "PLACE":
      return <Input maxLength={200} {...answering} />;
    case "PHOTO":
      return <PhotoAnswer run={run} {...answering} />;
  }
}

/** The likely numbers by a touch, any other by typing it. */
function CountField({ item, id, value, onChange }: Omit<Answering, "value"> & { item: RunItem; value?: number }) {
  const { t } = useTranslation("work");
  const [isTyped, setTyped] = useState(false);
  const quick = quickCounts(item);
  const isTouched = !isTyped && value !== undefined && quick.includes(value);
  return (
    <div className="phone-line">
      <Choices
        label={item.wording}
        options={quick.map((count) => ({ value: count, text: String(count) }))}
        value={value}
        onChange={(count) => {
          setTyped(false);
          onChange?.(count);
        }}
      />
      {isQuick(item) ? null : (
        <NumberField
          id={id}
          least={item.least ?? 0}
          most={item.most ?? 9_999}
          placeholder={t("run.otherCount")}
          value={isTouched ? undefined : value}
          onChange={(count) => {
            setTyped(true);
            onChange?.(count);
          }}
        />
      )}
    </div>
  );
}

/** The photo that answers the item; another one taken here comes in its place, and the first stays with the run. */
const PhotoAnswer = ({ run, value, onChange }: Omit<Answering, "value"> & { run: RunToFill; value?: string }) => (
  <PhotoField
    item={{ ...run, photosAtLeast: 1, evidence: run.evidence.filter(({ sentDigest }) => sentDigest === value) }}
    onAdded={([digest]) => digest && onChange?.(digest)}
  />
);
