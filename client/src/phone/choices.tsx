import { useId } from "react";

interface ChoicesProps<Value extends string | number | boolean> {
  /** From the form item that it stands in. */
  id?: string;
  label: string;
  options: readonly { value: Value; text: string }[];
  value?: Value | null | undefined;
  onChange?: (value: Value) => void;
}

/** One of a few, each by a touch; a keyboard goes among them by its arrows, as the browser has it. */
export function Choices<Value extends string | number | boolean>({
  id,
  label,
  options,
  value,
  onChange,
}: ChoicesProps<Value>) {
  const name = useId();
  return (
    <div id={id} role="radiogroup" aria-label={label} className="phone-choices">
      {options.map((option) => (
        <label key={String(option.value)}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange?.(option.value)} />
          <span>{option.text}</span>
        </label>
      ))}
    </div>
  );
}
