import type { ReactNode } from "react";

export const FilterBar = ({ label, children }: { label: string; children: ReactNode }) => (
  <search className="filter-bar" aria-label={label}>
    {children}
  </search>
);
