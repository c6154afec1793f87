import { useId } from "react";
import { wholeOf } from "../../lib/whole-of.ts";
import type { FilterField } from "./filters.tsx";

/** One end of a range of numbers: no less than, or no more than. */
export const bound =
  (label: string, sign: "≥" | "≤"): FilterField<number> =>
  (field) => <Bound label={label} sign={sign} {...field} />;

interface BoundProps {
  label: string;
  sign: "≥" | "≤";
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}

export function Bound({ label, sign, value, onChange }: BoundProps) {
  const id = useId();
  const take = (text: string) => {
    const next = text === "" ? undefined : wholeOf(text);
    if (next !== value) onChange(next);
  };
  return (
    <span className="filter-bound">
      <label htmlFor={id}>
        {label} {sign}
      </label>
      <input
        key={value ?? ""}
        id={id}
        type="number"
        min={0}
        defaultValue={value ?? ""}
        onKeyDown={({ key, currentTarget }) => key === "Enter" && take(currentTarget.value)}
        onBlur={({ currentTarget }) => take(currentTarget.value)}
      />
    </span>
  );
}
