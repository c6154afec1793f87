import type { ReactNode } from "react";

/** Says that there is nothing, and what to do about it. */
export const EmptyNote = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="empty-note">
    <p>{title}</p>
    {children}
  </div>
);
