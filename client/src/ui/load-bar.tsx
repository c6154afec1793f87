import "./load-bar.css";

interface LoadBarProps {
  /** Seats held. */
  seats: number;
  /** Of them, those that would come on top. */
  added?: number;
  /** How many the longest bar of the list stands for. */
  most: number;
}

/** How much somebody answers for, beside the others; the number stands beside it. */
export function LoadBar({ seats, added = 0, most }: LoadBarProps) {
  const part = (count: number) => ({ width: `${most === 0 ? 0 : Math.min((count / most) * 100, 100)}%` });
  return (
    <span className="load-bar" aria-hidden>
      <i style={part(seats - added)} />
      <i className="load-bar-added" style={part(added)} />
    </span>
  );
}
