import { DayField } from "../day-field.tsx";
import type { FilterField } from "./filters.tsx";

interface DayOptions {
  /** The first day that may be chosen. */
  first?: string | undefined;
  last?: string | undefined;
  /** Ends the period that the field before it begins. */
  isEnd?: boolean;
}

export const dayChoice = (label: string, { first, last, isEnd = false }: DayOptions): FilterField<string> => ({
  render: ({ value, onChange }) => (
    <span className="day-choice">
      {isEnd ? "–" : null}
      <DayField label={label} value={value} first={first} last={last} onChange={onChange} />
    </span>
  ),
  words: (value, say) => say.pair(label, value),
});
