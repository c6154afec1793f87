import {
  ChangeUrgencyDocument,
  GrantReturnDocument,
  HandReceiptOnDocument,
  type MatterOutcome,
  ReturnWorkDocument,
  SettleReceiptDocument,
  SuperviseWorkDocument,
  type Urgency,
} from "@maple-bridge/schema/documents";
import { Form, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { AskedNote } from "./asked-note.tsx";
import { DeedDialog, type DeedProps } from "./deed-dialog.tsx";
import type { Deed, DeedForm } from "./deeds.ts";
import { FollowUpDialog } from "./follow-up-dialog.tsx";
import { MemberSelect } from "./member-select.tsx";
import { AskMoreTimeDialog, GrantMoreTimeDialog } from "./more-time-forms.tsx";
import { OutcomeField } from "./outcome-fields.tsx";
import { ReaddressDialog } from "./readdress-dialog.tsx";
import { RunDialog } from "./run-dialog.tsx";
import { SubmitDialog } from "./submit-dialog.tsx";
import { AskSuspensionDialog, GrantSuspensionDialog, SuspendDialog } from "./suspension-forms.tsx";
import { urgencies } from "./work-glossary.ts";
import { WhyField } from "./why-field.tsx";

/** The dialog of a step that asks for something. */
export function DeedForms(props: DeedProps) {
  const { deed } = props;
  if ("reason" in deed) return <ReasonDialog {...props} deed={deed} />;
  if (!("form" in deed)) return null;
  const Dialog = dialogs[deed.form];
  return <Dialog {...props} />;
}

const dialogs: Readonly<Record<DeedForm, (props: DeedProps) => React.ReactNode>> = {
  settle: SettleDialog,
  handOn: HandOnDialog,
  return: ReturnDialog,
  submit: SubmitDialog,
  fill: FillDialog,
  fillLate: FillDialog,
  followUp: FollowUpDialog,
  readdress: ReaddressDialog,
  askMoreTime: AskMoreTimeDialog,
  grantMoreTime: GrantMoreTimeDialog,
  askSuspension: AskSuspensionDialog,
  grantSuspension: GrantSuspensionDialog,
  grantReturn: GrantReturnDialog,
  suspend: SuspendDialog,
  supervise: SuperviseDialog,
  changeUrgency: ChangeUrgencyDialog,
};

function FillDialog({ item, open, onClose, onDone }: DeedProps) {
  return <RunDialog id={item.id} open={open} onClose={onClose} onDone={onDone} />;
}

interface Why {
  reason: string;
}

function ReasonDialog(props: DeedProps & { deed: Extract<Deed, { reason: unknown }> }) {
  const { item, deed } = props;
  const { id } = item;
  return (
    <DeedDialog {...props} document={deed.reason} inputOf={({ reason }: Why) => ({ id, reason })}>
      {deed.decides ? <AskedNote item={item} kind={deed.decides} /> : null}
      <WhyField required />
    </DeedDialog>
  );
}

function GrantReturnDialog(props: DeedProps) {
  const { t } = useTranslation("work");
  const { id } = props.item;
  return (
    <DeedDialog {...props} document={GrantReturnDocument} inputOf={({ reason }: Partial<Why>) => ({ id, reason })}>
      <AskedNote item={props.item} kind="RETURN" />
      <WhyField label={t("opinion")} />
    </DeedDialog>
  );
}

function SettleDialog(props: DeedProps) {
  const { t } = useTranslation("work");
  const { id } = props.item;
  return (
    <DeedDialog
      {...props}
      document={SettleReceiptDocument}
      inputOf={(values: { outcome: MatterOutcome; settled: string }) => ({ id, ...values })}
    >
      <OutcomeField />
      <WhyField name="settled" label={t("feedback.settled")} required most={2000} />
    </DeedDialog>
  );
}

function HandOnDialog(props: DeedProps) {
  const { t } = useTranslation("work");
  const { id } = props.item;
  return (
    <DeedDialog
      {...props}
      document={HandReceiptOnDocument}
      inputOf={(values: { memberId: string; reason?: string }) => ({ id, ...values })}
    >
      <Form.Item name="memberId" label={t("handOnTo")} extra={t("handOnHint")} rules={[{ required: true }]}>
        <MemberSelect />
      </Form.Item>
      <WhyField />
    </DeedDialog>
  );
}

function ReturnDialog(props: DeedProps) {
  const { t } = useTranslation("work");
  const { id, version } = props.item;
  return (
    <DeedDialog
      {...props}
      document={ReturnWorkDocument}
      inputOf={({ reason }: Why) => ({ id, reason, expectedVersion: version })}
    >
      <WhyField required label={t("missing")} />
    </DeedDialog>
  );
}

function SuperviseDialog(props: DeedProps) {
  const { t } = useTranslation("work");
  const { id, card } = props.item;
  const cards = card === "YELLOW" ? (["RED"] as const) : (["YELLOW", "RED"] as const);
  return (
    <DeedDialog
      {...props}
      document={SuperviseWorkDocument}
      inputOf={(values: Why & { card: "YELLOW" | "RED" }) => ({ id, ...values })}
      initialValues={{ card: cards[0] }}
    >
      <Form.Item name="card" label={t("cardLabel")} rules={[{ required: true }]}>
        <Radio.Group options={cards.map((value) => ({ value, label: t(`card.${value}`) }))} />
      </Form.Item>
      <WhyField required label={t("putRight")} />
    </DeedDialog>
  );
}

function ChangeUrgencyDialog(props: DeedProps) {
  const { t } = useTranslation("work");
  const { id, urgency } = props.item;
  const others = urgencies.filter((value) => value !== urgency);
  return (
    <DeedDialog
      {...props}
      document={ChangeUrgencyDocument}
      inputOf={(values: Why & { urgency: Urgency }) => ({ id, ...values })}
      initialValues={{ urgency: others[0] }}
    >
      <Form.Item name="urgency" label={t("urgencyLabel")} extra={t("urgencyHint")} rules={[{ required: true }]}>
        <Select options={others.map((value) => ({ value, label: t(`urgency.${value}`) }))} />
      </Form.Item>
      <WhyField required />
    </DeedDialog>
  );
}
