import type { ReactNode } from "react";

/** Two people may share a name, so the badge stands with it. */
export const PersonName = ({
  name,
  badge,
  children,
}: {
  name: string;
  badge?: string | null;
  children?: ReactNode;
}) => (
  <span className="person">
    {name}
    {badge ? <span className="badge">{badge}</span> : null}
    {children}
  </span>
);
