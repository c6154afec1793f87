import { Checkbox, Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { sixRoles } from "../../lib/glossary.ts";
import { DayField } from "../../ui/day-field.tsx";
import { Section } from "../../ui/section.tsx";
import { ItemFields } from "./item-fields.tsx";
import { OwerFields } from "./ower-fields.tsx";
import { RecurrenceFields } from "./recurrence-fields.tsx";

const times = [
  ["windowDays", "window", 1, 366],
  ["graceDays", "grace", 0, 60],
  ["lateDays", "late", 0, 366],
  ["burdenMinutes", "burden", 0, 10_000],
] as const;

/** All that a version says: when, by whom, and what. */
export function ContentFields() {
  const { t } = useTranslation(["checklists", "words"]);
  return (
    <>
      <Section title={t("when")}>
        <RecurrenceFields />
        <div className="checklists-pair">
          <Form.Item name={["content", "startsOn"]} label={t("startsOnLabel")} extra={t("startsOnHint")}>
            <DayField />
          </Form.Item>
          <Form.Item name={["content", "lastOn"]} label={t("lastOn")} extra={t("lastOnHint")}>
            <DayField />
          </Form.Item>
          {times.map(([name, word, min, max]) => (
            <Form.Item key={name} name={["content", name]} label={t(word)} extra={t(`${word}Hint`)}>
              <InputNumber min={min} max={max} precision={0} />
            </Form.Item>
          ))}
        </div>
      </Section>
      <Section title={t("owers")}>
        <OwerFields />
      </Section>
      <Section title={t("items")}>
        <ItemFields />
      </Section>
      <div className="checklists-pair">
        <Form.Item name={["content", "serves"]} label={t("serves")}>
          <Select allowClear options={sixRoles.map((value) => ({ value, label: t(`words:sixRole.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name={["content", "isReviewed"]}
          valuePropName="checked"
          label={t("closing")}
          extra={t("reviewedHint")}
        >
          <Checkbox>{t("reviewed")}</Checkbox>
        </Form.Item>
      </div>
      <Form.Item name={["content", "note"]} label={t("noteLabel")}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
    </>
  );
}
