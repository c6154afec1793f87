import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { may, useViewer } from "../../lib/viewer.tsx";

/** To the desk, for whom it opens. */
export function WorkLink({ id, children }: { id: string; children: ReactNode }) {
  const { bureau } = useViewer();
  if (!may(bureau, "ISSUE_WORK")) return <>{children}</>;
  return (
    <Link to="/dispatch" search={{ open: id }}>
      {children}
    </Link>
  );
}
