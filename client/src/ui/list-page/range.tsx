import { useId } from "react";
import { wholeOf } from "../../lib/whole-of.ts";
import type { FieldState } from "./filters.tsx";

interface BoundProps extends FieldState<number> {
  label: string;
  sign: "≥" | "≤";
}

/** One end of a range of numbers: no less than, or no more than. */
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
