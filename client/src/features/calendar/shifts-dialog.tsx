import { type CalendarFieldsFragment, SetCalendarShiftsDocument } from "@maple-bridge/schema/documents";
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { clockOf, minuteOf } from "./year.ts";

interface Values {
  shifts: { startsMinute: string; endsMinute: string }[];
}

interface ShiftsDialogProps {
  draft: CalendarFieldsFragment;
  open: boolean;
  onClose: () => void;
}

const mostShifts = 6;

export function ShiftsDialog({ draft, open, onClose }: ShiftsDialogProps) {
  const { t } = useTranslation("calendar");
  const [setCalendarShifts] = useCommand(SetCalendarShiftsDocument);
  async function submit({ shifts: typed }: Values) {
    const shifts = typed.map(({ startsMinute, endsMinute }) => ({
      startsMinute: minuteOf(startsMinute)!,
      endsMinute: minuteOf(endsMinute)!,
    }));
    return (await setCalendarShifts({ id: draft.id, expectedVersion: draft.version, shifts })).problem;
  }
  const shifts = draft.shifts.map(({ startsMinute, endsMinute }) => ({
    startsMinute: clockOf(startsMinute),
    endsMinute: clockOf(endsMinute),
  }));
  return (
    <FormDialog<Values>
      title={t("shifts.deed")}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      initialValues={{ shifts }}
    >
      <Form.List name="shifts">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="calendar-shift">
                <TimeItem name={[name, "startsMinute"]} label={t("shifts.starts", { place: name + 1 })} />
                <TimeItem name={[name, "endsMinute"]} label={t("shifts.ends", { place: name + 1 })} />
                {fields.length > 1 ? (
                  <Button aria-label={t("shifts.removeOf", { place: name + 1 })} onClick={() => remove(name)}>
                    {t("shifts.remove")}
                  </Button>
                ) : null}
              </div>
            ))}
            {fields.length < mostShifts ? (
              <Button onClick={() => add({ startsMinute: "", endsMinute: "" })}>{t("shifts.add")}</Button>
            ) : null}
          </>
        )}
      </Form.List>
      <p className="note">{t("shifts.hint")}</p>
    </FormDialog>
  );
}

function TimeItem({ name, label }: { name: (string | number)[]; label: string }) {
  const { t } = useTranslation("calendar");
  const isTime = (_rule: object, value: string | undefined) =>
    !value || minuteOf(value) !== undefined ? Promise.resolve() : Promise.reject(new Error(t("shifts.noTime")));
  return (
    <Form.Item name={name} label={label} rules={[{ required: true }, { validator: isTime }]}>
      <Input placeholder="08:30" inputMode="numeric" maxLength={5} />
    </Form.Item>
  );
}
