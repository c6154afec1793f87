import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { closedDayRules } from "./content.ts";
import { everies, type Every, lastDays, monthDays, months, weekdays } from "./recurrence.ts";
import { useChecklistWords } from "./use-checklist-words.ts";

/** How often, on which days, and what becomes of a closed one. */
export function RecurrenceFields() {
  const { t } = useTranslation(["checklists", "words"]);
  const every = Form.useWatch<Every | undefined>(["recurring", "every"]);
  const day = Form.useWatch<string | undefined>(["recurring", "day"]);
  return (
    <div className="checklists-pair">
      <Form.Item
        name={["recurring", "every"]}
        label={t("recurrence.title")}
        extra={every ? undefined : t("recurrence.hint")}
      >
        <Select allowClear options={everies.map((value) => ({ value, label: t(`every.${value}`) }))} />
      </Form.Item>
      {every === "WEEKLY" ? (
        <Form.Item name={["recurring", "weekdays"]} label={t("onWeekdays")} rules={[{ required: true }]}>
          <Select mode="multiple" options={weekdays.map((value) => ({ value, label: t(`weekday.${value}`) }))} />
        </Form.Item>
      ) : null}
      {every === "YEARLY" ? (
        <Form.Item name={["recurring", "month"]} label={t("inMonth")} rules={[{ required: true }]}>
          <Select options={months.map((value) => ({ value, label: t("month", { month: value }) }))} />
        </Form.Item>
      ) : null}
      {every === "MONTHLY" || every === "QUARTERLY" || every === "YEARLY" ? <DayOfMonth every={every} /> : null}
      {every === "OTHER" ? (
        <Form.Item name={["recurring", "rule"]} label={t("rule")} extra={t("ruleHint")} rules={[{ required: true }]}>
          <Input maxLength={200} />
        </Form.Item>
      ) : null}
      {day === "LAST_OPEN" ? null : (
        <Form.Item name={["content", "onClosedDay"]} label={t("closedDay")} initialValue="KEEP">
          <Select options={closedDayRules.map((value) => ({ value, label: t(`words:closedDayRule.${value}`) }))} />
        </Form.Item>
      )}
    </div>
  );
}

function DayOfMonth({ every }: { every: "MONTHLY" | "QUARTERLY" | "YEARLY" }) {
  const { t } = useTranslation("checklists");
  const { dayWords } = useChecklistWords();
  return (
    <Form.Item
      name={["recurring", "day"]}
      label={t("onDay")}
      extra={every === "QUARTERLY" ? t("onDayOfQuarter") : undefined}
      rules={[{ required: true }]}
    >
      <Select options={[...lastDays, ...monthDays].map((value) => ({ value, label: dayWords(value) }))} />
    </Form.Item>
  );
}
