import { Select } from "antd";
import type { FilterField } from "./filters.tsx";

interface ChoiceOptions {
  width: number;
  /** So many that one seeks in them. */
  isSought?: boolean;
}

/** One out of some that are known beforehand. */
export const choice = <Value extends string>(
  label: string,
  choices: readonly { value: Value; label: string }[],
  { width, isSought = false }: ChoiceOptions,
): FilterField<Value> => ({
  render: ({ value, onChange }) => (
    <Select<Value>
      aria-label={label}
      placeholder={label}
      allowClear
      showSearch={isSought && { optionFilterProp: "label" }}
      className="filter-choice"
      style={{ width }}
      value={value}
      onChange={onChange}
      options={[...choices]}
    />
  ),
  words: (value, say) => say.pair(label, choices.find((each) => each.value === value)?.label ?? value),
});
