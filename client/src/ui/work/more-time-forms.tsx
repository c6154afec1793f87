import { AskForMoreTimeDocument, type ClockKind, GrantMoreTimeDocument } from "@maple-bridge/schema/documents";
import { Form, InputNumber, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { AskedNote } from "./asked-note.tsx";
import { clocksToExtend, mostDaysMore } from "./asked-time.ts";
import { DeedDialog, type DeedProps } from "./deed-dialog.tsx";
import { undecidedOf } from "./undecided.ts";
import { WhyField } from "./why-field.tsx";

export function AskMoreTimeDialog(props: DeedProps) {
  const { t } = useTranslation("work");
  const { id } = props.item;
  const { running, usual } = clocksToExtend(props.item);
  return (
    <DeedDialog
      {...props}
      document={AskForMoreTimeDocument}
      inputOf={(values: { reason: string; clock: ClockKind; days: number }) => ({ id, ...values })}
      initialValues={{ clock: usual, days: 1 }}
    >
      <Form.Item name="clock" label={t("whichClock")} rules={[{ required: true }]}>
        <Radio.Group options={running.map((value) => ({ value, label: t(`clock.${value}`) }))} />
      </Form.Item>
      <DaysField most={mostDaysMore} />
      <WhyField required />
    </DeedDialog>
  );
}

export function GrantMoreTimeDialog(props: DeedProps) {
  const { t } = useTranslation("work");
  const { id } = props.item;
  const asked = undecidedOf(props.item, "EXTENSION")?.asked ?? undefined;
  return (
    <DeedDialog
      {...props}
      document={GrantMoreTimeDocument}
      inputOf={(values: { days: number; reason?: string }) => ({ id, ...values })}
      initialValues={{ days: asked }}
    >
      <AskedNote item={props.item} kind="EXTENSION" />
      <DaysField most={asked ?? mostDaysMore} />
      <WhyField label={t("opinion")} />
    </DeedDialog>
  );
}

function DaysField({ most }: { most: number }) {
  const { t } = useTranslation("work");
  return (
    <Form.Item name="days" label={t("workingDays")} rules={[{ required: true }]}>
      <InputNumber min={1} max={most} precision={0} />
    </Form.Item>
  );
}
