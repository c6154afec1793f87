import { type Duty, StationBoardDocument, type StationBoardQuery } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { duties } from "../../lib/glossary.ts";
import { lazily } from "../../lib/lazily.ts";
import { withWords } from "../../lib/locale.ts";
import { seatsOf } from "../../lib/seats-of.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { Card } from "../../ui/card.tsx";
import { Later } from "../../ui/later.tsx";
import { Scrolled } from "../../ui/scrolled.tsx";
import { BoardSeat } from "./board-seat.tsx";

const AssignDialog = lazily(
  withWords("work", () => import("../../ui/seats/assign-dialog.tsx")),
  "AssignDialog",
);

export interface Station {
  id: string;
  name: string;
}
type Grids = StationBoardQuery["grids"];
export type BoardGrid = Grids["nodes"][number];

/** Who holds what in each village of the station; where nobody does, somebody is assigned. */
export function BoardCard({ station }: { station: Station }) {
  const { t } = useTranslation("workbench");
  const read = useRead(StationBoardDocument, { unitId: station.id });
  return (
    <div className="workbench-wide">
      <Card
        title={t("board.title", { station: station.name })}
        link={
          <Link to="/grids" search={{ unit: station.id }}>
            {t("board.all")}
          </Link>
        }
      >
        <AwaitData read={read} rows={6}>
          {({ grids }) => <Board grids={grids} />}
        </AwaitData>
      </Card>
    </div>
  );
}

function Board({ grids: { nodes, totalCount } }: { grids: Grids }) {
  const { t } = useTranslation(["workbench", "words"]);
  const { asked, isOpen, ask, close } = useAsked(nodes);
  const shown = duties.filter((duty) => nodes.some((grid) => seatsOf(grid, duty).length > 0));
  if (nodes.length === 0) return <p className="note">{t("board.noGrids")}</p>;
  if (shown.length === 0) return <p className="note">{t("gaps.noSeats")}</p>;
  return (
    <>
      <Scrolled name={t("board.label")}>
        <table className="workbench-board" aria-label={t("board.label")}>
          <thead>
            <tr>
              <th scope="col">{t("board.place")}</th>
              {shown.map((duty) => (
                <th key={duty} scope="col">
                  {t(`words:duty.${duty}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {nodes.map((grid) => (
              <tr key={grid.id}>
                <th scope="row">
                  <Link to="/grids" search={{ open: grid.id }}>
                    {grid.name}
                  </Link>
                  {grid.division && !grid.name.startsWith(grid.division.name) ? (
                    <span className="note">{grid.division.name}</span>
                  ) : null}
                </th>
                {shown.map((duty) => (
                  <td key={duty}>
                    {seatsOf(grid, duty).map((seat) => (
                      <BoardSeat key={seat.ordinal} seat={seat} grid={grid} onAssign={() => ask(grid, duty)} />
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      {totalCount > nodes.length ? (
        <p className="note">{t("board.more", { count: totalCount - nodes.length })}</p>
      ) : null}
      <Later when={isOpen}>
        {asked ? <AssignDialog grid={asked.grid} duty={isOpen ? asked.duty : undefined} onClose={close} /> : null}
      </Later>
    </>
  );
}

/** The seat that somebody is being chosen for, as it now stands. */
function useAsked(nodes: readonly BoardGrid[]) {
  const [asked, setAsked] = useState<{ grid: BoardGrid; duty: Duty }>();
  const [isOpen, setOpen] = useState(false);
  const grid = nodes.find(({ id }) => id === asked?.grid.id) ?? asked?.grid;
  return {
    asked: asked && grid ? { grid, duty: asked.duty } : undefined,
    isOpen,
    ask: (of: BoardGrid, duty: Duty) => {
      setAsked({ grid: of, duty });
      setOpen(true);
    },
    close: () => setOpen(false),
  };
}
