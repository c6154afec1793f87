interface SelectProps {
  /** From the form item that it stands in. */
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
  /** Said while nothing is chosen. */
  nothing: string;
  groups: readonly { name: string; options: readonly { value: string; text: string }[] }[];
}

/** The phone's own list, with its headings. */
export const Select = ({ id, value, onChange, nothing, groups }: SelectProps) => (
  <select
    id={id}
    className="phone-select"
    value={value ?? ""}
    onChange={({ target }) => onChange?.(target.value || undefined)}
  >
    <option value="">{nothing}</option>
    {groups
      .filter(({ options }) => options.length > 0)
      .map(({ name, options }) => (
        <optgroup key={name} label={name}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </optgroup>
      ))}
  </select>
);
