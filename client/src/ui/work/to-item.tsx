import { Link } from "@tanstack/react-router";
import { may, useViewer } from "../../lib/viewer.tsx";

/** An item by its title, which leads to where the viewer works on it. */
export function ToItem({ item: { id, title } }: { item: { id: string; title: string } }) {
  const { bureau, memberId } = useViewer();
  if (may(bureau, "ISSUE_WORK"))
    return (
      <Link to="/dispatch" search={{ open: id }}>
        {title}
      </Link>
    );
  if (!memberId) return <span>{title}</span>;
  return (
    <Link to="/my-work" search={{ open: id }}>
      {title}
    </Link>
  );
}
