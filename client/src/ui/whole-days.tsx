import type { ReactNode } from "react";

const days = /(\d{4}-\d\d-\d\d)/;

/** Words with days in them, of which a line ends before one or after it. */
export const WholeDays = ({ text }: { text: string }): ReactNode =>
  text.split(days).map((part, place) =>
    place % 2 === 0 ? (
      part
    ) : (
      <span key={place} className="date">
        {part}
      </span>
    ),
  );
