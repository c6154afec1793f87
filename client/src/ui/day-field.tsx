import { DatePicker } from "antd";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";

interface DayFieldProps {
  /** From the form item that it stands in. */
  id?: string;
  value?: string | null;
  onChange?: (day: string | undefined) => void;
  label?: string;
  allowClear?: boolean;
  /** The first day that may be chosen. */
  first?: string;
  last?: string;
  placeholder?: string;
}

/** Chooses a day as 2026-11-22, by typing it or from a calendar. */
export function DayField({ id, value, onChange, label, allowClear = true, first, last, placeholder }: DayFieldProps) {
  const { t } = useTranslation("shell");
  return (
    <DatePicker
      id={id}
      className="day-field"
      aria-label={label}
      placeholder={placeholder ?? t("day.choose")}
      value={value ? dayjs(value) : null}
      minDate={first ? dayjs(first) : undefined}
      maxDate={last ? dayjs(last) : undefined}
      allowClear={allowClear}
      format="YYYY-MM-DD"
      onChange={(day: dayjs.Dayjs | null) => onChange?.(day?.format("YYYY-MM-DD"))}
    />
  );
}
