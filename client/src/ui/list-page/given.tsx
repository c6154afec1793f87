import { Tag } from "antd";
import type { ReactNode } from "react";
import type { FilterField } from "./filters.tsx";

/** Comes from elsewhere, as by a link, and can only be taken away. */
export const given =
  <Value extends string | true = string>(words: (value: Value) => ReactNode): FilterField<Value> =>
  ({ value, onChange }) =>
    value === undefined ? null : (
      <Tag closable onClose={() => onChange(undefined)}>
        {words(value)}
      </Tag>
    );
