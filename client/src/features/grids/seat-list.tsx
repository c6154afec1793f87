import type { Duty } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { EndDialog } from "./end-dialog.tsx";
import { seatsOf } from "../../lib/seats-of.ts";
import type { Assignment, GridDetails } from "./grid-details.ts";
import { ReplaceDialog } from "./replace-dialog.tsx";
import { SeatRow } from "./seat-row.tsx";

interface SeatListProps {
  grid: GridDetails;
  at: string | undefined;
  onAssign: (duty: Duty) => void;
}

interface Asked {
  deed: "replace" | "end";
  assignment: Assignment;
}

/** Every seat of the grid on the day shown, and what one may do with it. */
export function SeatList({ grid, at, onAssign }: SeatListProps) {
  const { t } = useTranslation("grids");
  const [asked, setAsked] = useState<Asked>();
  const [open, setOpen] = useState(false);
  const ask = (deed: Asked["deed"], assignment: Assignment) => {
    setAsked({ deed, assignment });
    setOpen(true);
  };
  if (grid.seats.length === 0)
    return (
      <EmptyNote title={t(noSeats(grid, at))}>
        <ToStandards grid={grid} />
      </EmptyNote>
    );
  const assignment = grid.assignments.find(({ id }) => id === asked?.assignment.id) ?? asked?.assignment;
  const dialog = asked && assignment && { grid, at, assignment, onClose: () => setOpen(false) };
  return (
    <>
      <ToStandards grid={grid} />
      <ul className="grid-seats">
        {grid.seats.map((seat) => (
          <SeatRow
            key={`${seat.duty} ${seat.ordinal}`}
            seat={seat}
            of={seatsOf(grid, seat.duty).length}
            isAsked={seatsOf(grid, seat.duty).some(({ isRequired }) => isRequired)}
            assignment={grid.assignments.find(({ id }) => id === seat.assignment?.id)}
            onAssign={() => onAssign(seat.duty)}
            onReplace={(assignment) => ask("replace", assignment)}
            onEnd={(assignment) => ask("end", assignment)}
          />
        ))}
      </ul>
      {dialog ? (
        <>
          <ReplaceDialog {...dialog} open={open && asked.deed === "replace"} />
          <EndDialog {...dialog} open={open && asked.deed === "end"} />
        </>
      ) : null}
    </>
  );
}

/** A grid of which no standard asks anything leads to where standards are set. */
function ToStandards({ grid: { coverage } }: { grid: Pick<GridDetails, "coverage"> }) {
  const { t } = useTranslation("grids");
  const { bureau } = useViewer();
  if (coverage?.required !== 0 || !may(bureau, "MANAGE_STANDARDS")) return null;
  return <Link to="/system/standards">{t("seats.setStandards")}</Link>;
}

function noSeats({ closedOn, openedOn }: GridDetails, at = today()) {
  if (closedOn && closedOn <= at) return "seats.closed";
  return openedOn > at ? "seats.notYet" : "seats.none";
}
