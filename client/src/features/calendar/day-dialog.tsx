import { type CalendarFieldsFragment, type DayOpening, SetCalendarDaysDocument } from "@maple-bridge/schema/documents";
import { Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { type ShownDay, usually, weekdayOf } from "./year.ts";

interface Values {
  isOther: boolean;
  name?: string;
}

interface DayDialogProps {
  draft: CalendarFieldsFragment;
  changing: ShownDay;
  onClose: () => void;
}

/** A day of the draft is as its weekday makes it, or the other way round. */
export function DayDialog({ draft, changing: { day, isOther, name }, onClose }: DayDialogProps) {
  const { t } = useTranslation("calendar");
  const [setCalendarDays] = useCommand(SetCalendarDaysDocument);
  const usual = usually(day);
  const other: DayOpening = usual === "OPEN" ? "CLOSED" : "OPEN";
  async function submit(values: Values) {
    const asked = values.isOther ? { day, opening: other, name: values.name?.trim() || null } : { day };
    return (await setCalendarDays({ id: draft.id, expectedVersion: draft.version, days: [asked] })).problem;
  }
  return (
    <FormDialog<Values>
      title={t("day.title", { day, weekday: t(`weekdayLong.${weekdayOf(day)}`) })}
      open
      onClose={onClose}
      onSubmit={submit}
      initialValues={{ isOther, name: name ?? "" }}
    >
      <Form.Item name="isOther" label={t("day.opening")}>
        <Radio.Group className="stacked">
          <Radio value={false}>{t(`day.usual.${usual}`)}</Radio>
          <Radio value>{t(`day.other.${other}`)}</Radio>
        </Radio.Group>
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          getFieldValue("isOther") ? (
            <Form.Item name="name" label={t("day.name")} extra={t("day.nameHint")}>
              <Input maxLength={20} />
            </Form.Item>
          ) : null
        }
      </Form.Item>
    </FormDialog>
  );
}
