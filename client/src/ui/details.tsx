import type { ReactNode } from "react";

export interface Detail {
  label: string;
  value: ReactNode;
}

/** Names and values of one thing, in two columns where there is room. */
export const Details = ({ items }: { items: Detail[] }) => (
  <dl className="details">
    {items.map(({ label, value }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value ?? "—"}</dd>
      </div>
    ))}
  </dl>
);
