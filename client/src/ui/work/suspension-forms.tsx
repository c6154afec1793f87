import { AskForSuspensionDocument, GrantSuspensionDocument, SuspendWorkDocument } from "@maple-bridge/schema/documents";
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { dayAfter, dayText, today } from "../../lib/dates.ts";
import { DayField } from "../day-field.tsx";
import { AskedNote } from "./asked-note.tsx";
import { periodOf, type Standstill } from "./asked-time.ts";
import { DeedDialog, type DeedProps } from "./deed-dialog.tsx";
import { undecidedOf } from "./undecided.ts";
import { WhyField } from "./why-field.tsx";

export function AskSuspensionDialog(props: DeedProps) {
  const { t } = useTranslation("work");
  const { id } = props.item;
  return (
    <DeedDialog
      {...props}
      document={AskForSuspensionDocument}
      inputOf={({ reason, ...period }: Standstill & { reason: string }) => ({ id, reason, ...periodOf(period) })}
    >
      <WhyField required />
      <UntilField />
      <SinceFields hint={t("suspension.sinceAsked")} />
    </DeedDialog>
  );
}

export function GrantSuspensionDialog(props: DeedProps) {
  const { t } = useTranslation("work");
  const { id } = props.item;
  const asked = undecidedOf(props.item, "SUSPENSION");
  return (
    <DeedDialog
      {...props}
      document={GrantSuspensionDocument}
      inputOf={({ reason, ...period }: Standstill) => ({ id, reason, ...periodOf(period) })}
      initialValues={{ until: asked?.until ? dayText(asked.until) : undefined }}
    >
      <AskedNote item={props.item} kind="SUSPENSION" />
      <WhyField label={t("opinion")} />
      <UntilField />
      <SinceFields hint={t("suspension.sinceGranted")} />
    </DeedDialog>
  );
}

export function SuspendDialog(props: DeedProps) {
  const { id } = props.item;
  return (
    <DeedDialog
      {...props}
      document={SuspendWorkDocument}
      inputOf={({ reason, until }: Standstill & { reason: string }) => ({ id, reason, ...periodOf({ until }) })}
    >
      <UntilField />
      <WhyField required />
    </DeedDialog>
  );
}

function UntilField() {
  const { t } = useTranslation("work");
  return (
    <Form.Item name="until" label={t("until")} extra={t("untilHint")}>
      <DayField first={dayAfter(today(), 1)} />
    </Form.Item>
  );
}

/** A time is one of a day: without the day there is none to be given. */
function SinceFields({ hint }: { hint: string }) {
  const { t } = useTranslation("work");
  const day: unknown = Form.useWatch("sinceDay");
  return (
    <div className="work-moment">
      <Form.Item name="sinceDay" label={t("suspension.since")} extra={hint}>
        <DayField last={today()} />
      </Form.Item>
      <Form.Item name="sinceTime" label={t("suspension.sinceTime")}>
        <Input type="time" disabled={!day} />
      </Form.Item>
    </div>
  );
}
