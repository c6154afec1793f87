import type { FilterField } from "./filters.tsx";
import { UnitSelect } from "../unit-select.tsx";

export const stations = { kind: "STATION", openOnly: true } as const;

/** Of which station; of the whole bureau without. */
export const stationChoice = (label: string): FilterField<string> => ({
  render: ({ value, onChange }) => (
    <UnitSelect label={label} filter={stations} allowClear value={value} onChange={onChange} />
  ),
  words: async (id, { pair, nameOf }) => pair(label, await nameOf(id)),
});
