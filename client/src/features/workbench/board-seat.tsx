import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { dayText } from "../../lib/dates.ts";
import { may } from "../../lib/viewer.tsx";
import { vacancyTone } from "../../ui/coverage-light.tsx";
import { Light } from "../../ui/light.tsx";
import { PersonName } from "../../ui/person-name.tsx";
import type { BoardGrid } from "./board-card.tsx";

type Seat = BoardGrid["seats"][number];

/** One seat in its cell: its holder, who stands in while they are away, or the button that fills it. */
export function BoardSeat({ seat, grid, onAssign }: { seat: Seat; grid: BoardGrid; onAssign: () => void }) {
  return (
    <div className="workbench-seat">
      {seat.isFilled ? <Held seat={seat} /> : <Vacant seat={seat} grid={grid} onAssign={onAssign} />}
    </div>
  );
}

function Vacant({ seat, grid, onAssign }: { seat: Seat; grid: BoardGrid; onAssign: () => void }) {
  const { t } = useTranslation(["workbench", "grids", "words"]);
  const days = seat.daysVacant ?? 0;
  return (
    <>
      {may(seat, "ASSIGN_MEMBERS") ? (
        <Button
          size="small"
          aria-label={t("board.assignTo", { grid: grid.name, duty: t(`words:duty.${seat.duty}`) })}
          onClick={onAssign}
        >
          {t("grids:assign.ok")}
        </Button>
      ) : null}
      <Light tone={vacancyTone(days)}>{t("grids:seat.vacantDays", { days })}</Light>
    </>
  );
}

function Held({ seat: { holder, absence, responsible } }: { seat: Seat }) {
  const { t } = useTranslation(["workbench", "grids"]);
  const name = holder ? (
    <Link to="/members" search={{ open: holder.id }}>
      <PersonName name={holder.name} badge={holder.badge} />
    </Link>
  ) : (
    <span className="absent">{t("grids:seat.outOfSight")}</span>
  );
  if (!absence) return name;
  const away = absence.endsAt ? t("grids:seat.awayUntil", { day: dayText(absence.endsAt) }) : t("grids:seat.away");
  return (
    <>
      {name}
      <Light tone={responsible ? "soon" : "bad"}>
        {away}
        {responsible ? null : ` · ${t("grids:seat.nobodyStandsIn")}`}
      </Light>
      {responsible ? (
        <span>
          {t("grids:seat.standIn")} <PersonName name={responsible.name} badge={responsible.badge} />
        </span>
      ) : null}
    </>
  );
}
