import { Checkbox, Tag } from "antd";
import type { ReactNode } from "react";
import { SearchField } from "../search-field.tsx";
import type { FilterField } from "./filters.tsx";

/** By a part of a name, a code, or whatever else the server seeks in. */
export const seek =
  (label: string): FilterField<string> =>
  ({ value, onChange }) => <SearchField label={label} value={value} onSearch={onChange} />;

export const tick =
  (label: string): FilterField<true> =>
  ({ value, onChange }) => (
    <Checkbox checked={value ?? false} onChange={({ target }) => onChange(target.checked || undefined)}>
      {label}
    </Checkbox>
  );

/** Comes from elsewhere, as by a link, and can only be taken away. */
export const given =
  (words: (value: string) => ReactNode): FilterField<string> =>
  ({ value, onChange }) =>
    value === undefined ? null : (
      <Tag closable onClose={() => onChange(undefined)}>
        {words(value)}
      </Tag>
    );
