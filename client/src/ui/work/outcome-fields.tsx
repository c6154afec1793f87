import type { MatterOutcome, MediationMethod } from "@maple-bridge/schema/documents";
import { Form, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { WhyField } from "./why-field.tsx";

export interface OutcomeValues {
  outcome: MatterOutcome;
  outcomeNote: string;
  method?: MediationMethod;
}

const outcomes = ["SETTLED", "NOT_SETTLED"] as const satisfies readonly MatterOutcome[];

export function OutcomeField() {
  const { t } = useTranslation("work");
  return (
    <Form.Item name="outcome" label={t("matter.outcome")} initialValue="SETTLED">
      <Radio.Group options={outcomes.map((value) => ({ value, label: t(`matter.state.${value}`) }))} />
    </Form.Item>
  );
}

/** How a matter ends, and what came of it. */
export function OutcomeFields() {
  const { t } = useTranslation("work");
  return (
    <>
      <OutcomeField />
      <WhyField name="outcomeNote" label={t("matter.outcomeNote")} required most={2000} />
    </>
  );
}
