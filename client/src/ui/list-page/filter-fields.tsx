import { Checkbox } from "antd";
import { SearchField } from "../search-field.tsx";
import type { FilterField } from "./filters.tsx";

/** By a part of a name, a code, or whatever else the server seeks in. */
export const seek = (label: string): FilterField<string> => ({
  render: ({ value, onChange }) => <SearchField label={label} value={value} onSearch={onChange} />,
  words: (value, say) => say.sought(value),
});

export const tick = (label: string): FilterField<true> => ({
  render: ({ value, onChange }) => (
    <Checkbox checked={value ?? false} onChange={({ target }) => onChange(target.checked || undefined)}>
      {label}
    </Checkbox>
  ),
  words: () => label,
});
