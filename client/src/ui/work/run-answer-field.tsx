import { Form, Input, InputNumber, Radio, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { PhotoInput } from "../photos/photo-input.tsx";
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
} from "./run.ts";

interface RunAnswerFieldProps {
  run: RunToFill;
  item: RunItem;
  /** Its place among the items. */
  index: number;
  answer: FilledAnswer | null | undefined;
  beginning: FilledAnswer | undefined;
}

/** One item, as it is answered; it says at once where the answer opens a hazard. */
export function RunAnswerField({ run, item, index, answer, beginning }: RunAnswerFieldProps) {
  const { t } = useTranslation("work");
  const field = answerFieldOf[item.evidence];
  return (
    <>
      <Form.Item
        name={["runReport", "answers", index, field]}
        label={
          <span>
            {index + 1}. {item.wording}
            {item.isRequired ? null : <span className="note">{t("run.mayBeLeft")}</span>}
          </span>
        }
        rules={item.isRequired ? [{ required: true }] : undefined}
        initialValue={beginning?.[field]}
        extra={isFailing(item, answer) ? <Tag color="error">{t("run.opensHazard")}</Tag> : extraOf(item)}
      >
        {control(item, run)}
      </Form.Item>
      {asksWhatIsWrong(item, answer) ? (
        <Form.Item
          name={["runReport", "answers", index, "wrong"]}
          label={
            <>
              {t("run.wrong")}
              <span className="note">{t("run.mayBeLeft")}</span>
            </>
          }
          initialValue={beginning?.wrong}
        >
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={500} placeholder={t("run.wrongHint")} />
        </Form.Item>
      ) : null}
      {Array.from({ length: foundCount(item, answer) }, (_, at) => (
        <Form.Item
          key={at}
          name={["runReport", "answers", index, "found", at]}
          label={t("run.found", { number: at + 1, of: item.wording })}
          rules={[{ required: true, whitespace: true }]}
          initialValue={beginning?.found?.[at]}
        >
          <Input maxLength={100} placeholder={t(`run.foundHint.${item.finds!}`)} />
        </Form.Item>
      ))}
    </>
  );

  function extraOf({ evidence, least, most }: RunItem) {
    if (evidence === "PLACE") return t("run.noNames");
    if (foundCount(item, answer) > 0) return t("run.opensEach");
    return evidence === "COUNT" && !isQuick(item) && most !== 9_999 ? t("run.range", { least, most }) : undefined;
  }
}

function control(item: RunItem, run: RunToFill) {
  switch (item.evidence) {
    case "COUNT":
      return <CountInput item={item} />;
    case "CHOICE":
      return <Choices choices={item.choices ?? []} />;
    case "TEXT":
      return <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={500} />;
    case "PLACE":
      return <Input maxLength={200} />;
    case "PHOTO":
      return <PhotoAnswer run={run} />;
  }
}

interface Answering<Value> {
  /** From the form item that it stands in. */
  id?: string;
  value?: Value;
  onChange?: (value: Value | null) => void;
}

/** The likely numbers by a touch, any other by typing it. */
function CountInput({ item, id, value, onChange }: Answering<number> & { item: RunItem }) {
  const { t } = useTranslation("work");
  return (
    <div className="run-count">
      <Radio.Group
        id={isQuick(item) ? id : undefined}
        aria-label={item.wording}
        optionType="button"
        buttonStyle="solid"
        value={value ?? null}
        onChange={({ target }) => onChange?.(target.value as number)}
        options={quickCounts(item).map((count) => ({ value: count, label: count }))}
      />
      {isQuick(item) ? null : (
        <InputNumber
          id={id}
          min={item.least ?? 0}
          max={item.most ?? 9_999}
          precision={0}
          controls={false}
          inputMode="numeric"
          placeholder={t("run.otherCount")}
          value={value ?? null}
          onChange={(count) => onChange?.(count)}
        />
      )}
    </div>
  );
}

const Choices = ({ choices, ...answering }: Answering<string> & { choices: readonly string[] }) => (
  <Radio.Group
    className="run-choices"
    optionType="button"
    buttonStyle="solid"
    id={answering.id}
    value={answering.value}
    onChange={({ target }) => answering.onChange?.(target.value as string)}
    options={choices.map((value) => ({ value, label: value }))}
  />
);

/** The photo that answers the item; another one taken here comes in its place, and the first stays with the run. */
const PhotoAnswer = ({ run, value, onChange }: Answering<string> & { run: RunToFill }) => (
  <PhotoInput
    item={{ ...run, photosAtLeast: 1, evidence: run.evidence.filter(({ sentDigest }) => sentDigest === value) }}
    onAdded={([digest]) => digest && onChange?.(digest)}
  />
);
