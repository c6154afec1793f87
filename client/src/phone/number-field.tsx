interface NumberFieldProps {
  /** From the form item that it stands in. */
  id?: string | undefined;
  value?: number | null | undefined;
  onChange?: ((value: number | null) => void) | undefined;
  least: number;
  most: number;
  placeholder?: string;
}

/** A whole number, with the keys for it. */
export const NumberField = ({ id, value, onChange, least, most, placeholder }: NumberFieldProps) => (
  <input
    id={id}
    className="phone-number"
    type="number"
    inputMode="numeric"
    step={1}
    min={least}
    max={most}
    placeholder={placeholder}
    value={value ?? ""}
    onChange={({ target: { valueAsNumber } }) => onChange?.(Number.isInteger(valueAsNumber) ? valueAsNumber : null)}
  />
);
