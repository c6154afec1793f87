interface DayInputProps {
  /** From the form item that it stands in. */
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
  first: string | undefined;
  last: string | undefined;
}

/** A day by the phone's own calendar. */
export const DayInput = ({ id, value, onChange, first, last }: DayInputProps) => (
  <input
    id={id}
    className="phone-day"
    type="date"
    min={first}
    max={last}
    value={value ?? ""}
    onChange={({ target }) => onChange?.(target.value || undefined)}
  />
);
