import { Bound } from "./range.tsx";

export interface NumberFieldsProps {
  numbers: readonly { name: string; label: string; sign: "≥" | "≤"; value: number | undefined }[];
  onChange: (changes: Record<string, number | undefined>) => void;
}

/** What the rows are to have at least, and at most. */
export const NumberFields = ({ numbers, onChange }: NumberFieldsProps) => (
  <div className="filter-bounds">
    {numbers.map(({ name, ...bound }) => (
      <Bound key={name} {...bound} onChange={(value) => onChange({ [name]: value })} />
    ))}
  </div>
);
