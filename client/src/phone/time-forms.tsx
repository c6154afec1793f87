import { AskForMoreTimeDocument, AskForSuspensionDocument, type ClockKind } from "@maple-bridge/schema/documents";
import { Form, TextArea } from "antd-mobile";
import { useTranslation } from "react-i18next";
import { dayAfter, today } from "../lib/dates.ts";
import { clocksToExtend, mostDaysMore, periodOf, type Standstill } from "../ui/work/asked-time.ts";
import { Choices } from "./choices.tsx";
import { DayInput } from "./day-input.tsx";
import { NumberField } from "./number-field.tsx";
import { SendingForm, type StepProps } from "./sending-form.tsx";

export function MoreTimeForm(props: StepProps) {
  const { t } = useTranslation("work");
  const { running, usual } = clocksToExtend(props.item);
  return (
    <SendingForm
      {...props}
      document={AskForMoreTimeDocument}
      inputOf={(values: { reason: string; clock: ClockKind; days: number }) => ({ id: props.item.id, ...values })}
      initialValues={{ ...(usual && { clock: usual }), days: 1 }}
    >
      <Form.Item name="clock" label={t("whichClock")} rules={[{ required: true }]}>
        <Choices label={t("whichClock")} options={running.map((value) => ({ value, text: t(`clock.${value}`) }))} />
      </Form.Item>
      <Form.Item name="days" label={t("workingDays")} rules={[{ required: true }]}>
        <NumberField least={1} most={mostDaysMore} />
      </Form.Item>
      <ReasonField />
    </SendingForm>
  );
}

export function SuspensionForm(props: StepProps) {
  const { t } = useTranslation("work");
  return (
    <SendingForm
      {...props}
      document={AskForSuspensionDocument}
      inputOf={({ reason, ...period }: Standstill & { reason: string }) => ({
        id: props.item.id,
        reason,
        ...periodOf(period),
      })}
    >
      <ReasonField />
      <Form.Item name="until" label={t("until")} description={t("untilHint")}>
        <DayInput first={dayAfter(today(), 1)} last={undefined} />
      </Form.Item>
      <Form.Item name="sinceDay" label={t("suspension.since")} description={t("suspension.sinceAsked")}>
        <DayInput first={undefined} last={today()} />
      </Form.Item>
    </SendingForm>
  );
}

function ReasonField() {
  const { t } = useTranslation("work");
  return (
    <Form.Item name="reason" label={t("reason")} rules={[{ required: true }]}>
      <TextArea autoSize={{ minRows: 3 }} maxLength={500} />
    </Form.Item>
  );
}
