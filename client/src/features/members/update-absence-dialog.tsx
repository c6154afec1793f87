import { UpdateAbsenceDocument } from "@maple-bridge/schema/documents";
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { dayText, startOfDay, today } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { AbsenceImpact } from "./absence-impact.tsx";
import type { Absence, Member } from "./member.ts";
import { SubstituteField } from "./substitute-field.tsx";

interface Values {
  to?: string;
  reason: string;
  substituteId?: string;
}

/** What is past is arranged no more. */
const fromNowOn = (startsAt: string) => (dayText(startsAt) > today() ? dayText(startsAt) : today());

interface DialogProps {
  absence: Absence;
  member: Member;
  open: boolean;
  /** It is opened to name somebody who stands in; the address says so. */
  isArranging?: boolean;
  onClose: () => void;
}

/** The day of return stays to the minute unless another day is chosen. */
const endOf = (to: string | undefined, endsAt: string | null) => {
  if (!to) return null;
  return endsAt && dayText(endsAt) === to ? endsAt : startOfDay(to);
};

export function UpdateAbsenceDialog({ absence, member, open, isArranging = false, onClose }: DialogProps) {
  const { t } = useTranslation("members");
  const [updateAbsence] = useCommand(UpdateAbsenceDocument);
  const { id, version, endsAt, substitute } = absence;
  const submit = async ({ to, reason, substituteId }: Values) =>
    (
      await updateAbsence({
        id,
        expectedVersion: version,
        to: endOf(to, endsAt),
        reason,
        ...(substituteId !== substitute?.id && { substituteId: substituteId ?? null }),
      })
    ).problem;
  return (
    <FormDialog<Values>
      title={t("absence.changeTitle", { name: member.name, day: dayText(absence.startsAt) })}
      open={open}
      isInAddress={isArranging}
      onClose={onClose}
      onSubmit={submit}
      initialValues={{
        to: endsAt ? dayText(endsAt) : undefined,
        reason: absence.reason ?? undefined,
        substituteId: substitute?.id,
      }}
    >
      <Form.Item name="to" label={t("absence.to")} extra={t("absence.toHint")}>
        <DayField first={dayText(absence.startsAt)} placeholder={t("absence.toOpen")} />
      </Form.Item>
      <Form.Item name="reason" label={t("absence.reason")} rules={[{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <AbsenceImpact member={member} from={fromNowOn(absence.startsAt)} />
      <SubstituteField member={member} named={substitute} autoFocus={isArranging} />
    </FormDialog>
  );
}
