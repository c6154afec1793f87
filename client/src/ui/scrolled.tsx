import type { ReactNode } from "react";

/** A table that scrolls by itself: whoever has no mouse scrolls it with the arrow keys, and so must reach it. */
export const Scrolled = ({ name, children }: { name: string; children: ReactNode }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <div className="scrolled" role="region" aria-label={name} tabIndex={0}>
    {children}
  </div>
);
