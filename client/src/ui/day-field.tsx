import { DatePicker } from "antd";
import { FormContext } from "antd/es/form/context";
import dayjs from "dayjs";
import { type FormEvent, type KeyboardEvent, Suspense, useContext, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { lazily } from "../lib/lazily.ts";
import { readDay } from "../lib/typed-day.ts";

/** Outside of forms nothing of them need come. */
const TypedDayItem = lazily(() => import("./typed-day-item.tsx"), "TypedDayItem");

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

/**
 * Chooses a day, from a calendar or by typing it in any form that people write; shown as 2026-11-22. What is typed and is no day is said,
 * and keeps its form from being sent.
 */
export function DayField(props: DayFieldProps) {
  const { id, value, onChange, label, allowClear = true, first, last, placeholder } = props;
  const { t } = useTranslation("shell");
  const [fault, setFault] = useState<string>();
  const typed = useRef<string>(undefined);
  const isInForm = Boolean(useContext(FormContext).form && id);

  /** Takes what was typed, once it is typed to its end. */
  function settle() {
    const text = typed.current;
    typed.current = undefined;
    if (text === undefined || text.trim() === "") return;
    const day = readDay(text);
    const told = day ? outside(day) : t("day.none", { text });
    setFault(told);
    if (day && !told && day !== value) onChange?.(day);
  }

  function outside(day: string) {
    if (first && day < first) return t("day.before", { day, first });
    return last && day > last ? t("day.after", { day, last }) : undefined;
  }

  function take(day: string | undefined) {
    typed.current = undefined;
    setFault(undefined);
    onChange?.(day);
  }

  return (
    <span
      className="day-field-box"
      onInputCapture={(event: FormEvent) => {
        typed.current = (event.target as HTMLInputElement).value;
        setFault(undefined);
      }}
      onBlurCapture={settle}
      onKeyDownCapture={(event: KeyboardEvent) => event.key === "Enter" && settle()}
    >
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
        status={fault ? "error" : undefined}
        onChange={(day: dayjs.Dayjs | null) => take(day?.format("YYYY-MM-DD"))}
      />
      {isInForm ? (
        <Suspense fallback={null}>
          <TypedDayItem name={`typed:${id}`} fault={fault} />
        </Suspense>
      ) : (
        <Fault fault={fault} />
      )}
    </span>
  );
}

const Fault = ({ fault }: { fault: string | undefined }) =>
  fault ? (
    <span className="day-fault" role="alert">
      {fault}
    </span>
  ) : null;
