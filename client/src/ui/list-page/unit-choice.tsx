import { UnitSelect } from "../unit-select.tsx";
import type { FilterField } from "./filters.tsx";

export const unitChoice = (label: string): FilterField<string> => ({
  render: ({ value, onChange }) => <UnitSelect label={label} allowClear value={value} onChange={onChange} />,
  words: async (id, { pair, nameOf }) => pair(label, await nameOf(id)),
});
