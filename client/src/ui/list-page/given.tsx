import { Tag } from "antd";
import type { ReactNode } from "react";
import type { FilterField } from "./filters.tsx";

/** Comes from elsewhere, as by a link, and can only be taken away. */
export const given =
  (words: (value: string) => ReactNode): FilterField<string> =>
  ({ value, onChange }) =>
    value === undefined ? null : (
      <Tag closable onClose={() => onChange(undefined)}>
        {words(value)}
      </Tag>
    );
