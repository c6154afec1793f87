import {
  type DeadlineRuleFieldsFragment,
  SetDeadlineRuleDocument,
  type SetDeadlineRuleInput,
} from "@maple-bridge/schema/documents";
import { Checkbox, Form, InputNumber, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { WhyField } from "../../ui/work/why-field.tsx";
import type { RuleFor } from "./subject.ts";
import { times } from "./times.ts";
import { useRuleName } from "./use-rule-name.ts";
import "./deadlines.css";

type Values = Omit<SetDeadlineRuleInput, "idempotencyKey" | keyof RuleFor>;

interface DialogProps {
  ruleFor: RuleFor;
  current: DeadlineRuleFieldsFragment | undefined;
  open: boolean;
  onClose: () => void;
}

const units = ["MINUTES", "WORKING_MINUTES", "WORKING_DAYS"] as const;

/** A time that is left empty does not run. */
export function SetDeadlineDialog({ ruleFor, current, open, onClose }: DialogProps) {
  const { t } = useTranslation("deadline-rules");
  const nameOf = useRuleName();
  const [setDeadlineRule] = useCommand(SetDeadlineRuleDocument);
  return (
    <FormDialog<Values>
      title={t("setFor", { rule: nameOf(ruleFor) })}
      open={open}
      onClose={onClose}
      onSubmit={async (values) => (await setDeadlineRule({ ...ruleFor, ...values })).problem}
      width={600}
      initialValues={current ? valuesOf(current) : { unit: "MINUTES", warnAtPercent: 25 }}
    >
      <p className="note">{t("setNote")}</p>
      <Form.Item name="unit" label={t("unit")}>
        <Radio.Group options={units.map((value) => ({ value, label: t(`units.${value}`) }))} />
      </Form.Item>
      <div className="deadline-times">
        {times.map((time) => (
          <Form.Item key={time} name={time} label={t(`time.${time}`)} extra={t(`timeHint.${time}`)}>
            <InputNumber min={1} max={525_600} precision={0} />
          </Form.Item>
        ))}
        <Form.Item name="warnAtPercent" label={t("warnPercent")} rules={[{ required: true }]}>
          <InputNumber min={1} max={90} precision={0} suffix="%" />
        </Form.Item>
        <Form.Item name="escalateAfter" label={t("escalateMinutes")} extra={t("escalateHint")}>
          <InputNumber min={1} max={525_600} precision={0} />
        </Form.Item>
      </div>
      <Form.Item name="urgesWhenDueSoon" valuePropName="checked" noStyle>
        <Checkbox>{t("urges")}</Checkbox>
      </Form.Item>
      <Form.Item name="tellsAtAnyHour" valuePropName="checked">
        <Checkbox>{t("anyHour")}</Checkbox>
      </Form.Item>
      <WhyField />
    </FormDialog>
  );
}

function valuesOf(rule: DeadlineRuleFieldsFragment): Values {
  const { unit, acceptWithin, feedbackWithin, closeWithin, reworkWithin } = rule;
  const { warnAtPercent, escalateAfter, urgesWhenDueSoon, tellsAtAnyHour } = rule;
  return {
    unit,
    acceptWithin,
    feedbackWithin,
    closeWithin,
    reworkWithin,
    warnAtPercent,
    escalateAfter,
    urgesWhenDueSoon,
    tellsAtAnyHour,
  };
}
