import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { dayText } from "../../lib/dates.ts";
import { may } from "../../lib/viewer.tsx";
import { vacancyTone } from "../../ui/coverage-light.tsx";
import { Light } from "../../ui/light.tsx";
import { PersonName } from "../../ui/person-name.tsx";
import type { Assignment, SeatDetails } from "./grid-details.ts";

interface SeatRowProps {
  seat: SeatDetails;
  /** How many seats of the duty there are: with several, they are numbered. */
  of: number;
  /** The standard asks for holders of the duty on the day shown. */
  isAsked: boolean;
  assignment: Assignment | undefined;
  onAssign: () => void;
  onReplace: (assignment: Assignment) => void;
  onEnd: (assignment: Assignment) => void;
}

export function SeatRow({ seat, of, isAsked, assignment, onAssign, onReplace, onEnd }: SeatRowProps) {
  const { t } = useTranslation(["grids", "words"]);
  return (
    <li>
      <span className="grid-duty">
        {t(`words:duty.${seat.duty}`)} {of > 1 ? seat.ordinal : null}
      </span>
      <div className="grid-holder">
        {seat.isFilled ? (
          <HolderLine seat={seat} isAsked={isAsked} assignment={assignment} />
        ) : (
          <VacantLine seat={seat} />
        )}
      </div>
      <div className="grid-deeds">
        {may(seat, "ASSIGN_MEMBERS") ? (
          <Button size="small" type="primary" onClick={onAssign}>
            {t("assign.ok")}
          </Button>
        ) : null}
        {assignment && may(assignment, "REPLACE_HOLDER") ? (
          <Button size="small" onClick={() => onReplace(assignment)}>
            {t("replace.ok")}
          </Button>
        ) : null}
        {assignment && may(assignment, "END_ASSIGNMENT") ? (
          <Button size="small" onClick={() => onEnd(assignment)}>
            {t("end.ok")}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function VacantLine({ seat }: { seat: SeatDetails }) {
  const { t } = useTranslation("grids");
  const days = seat.daysVacant ?? 0;
  return (
    <>
      <Light tone={vacancyTone(days)}>{t("seat.vacantDays", { days })}</Light>
      {seat.vacantSince ? <span className="note">{t("seat.since", { day: dayText(seat.vacantSince) })}</span> : null}
    </>
  );
}

function HolderLine({ seat, isAsked, assignment }: Pick<SeatRowProps, "seat" | "isAsked" | "assignment">) {
  const { t } = useTranslation("grids");
  const { holder, isRequired } = seat;
  return (
    <>
      {holder ? (
        <PersonName name={holder.name} badge={holder.badge} />
      ) : (
        <span className="absent">{t("seat.outOfSight")}</span>
      )}
      {assignment ? <span className="note">{periodOf(assignment)}</span> : null}
      {assignment?.concurrentPost ? (
        <span className="note">{t("seat.concurrent", { post: assignment.concurrentPost })}</span>
      ) : null}
      {isRequired ? null : <Light tone="quiet">{t(isAsked ? "seat.beyondLeast" : "seat.notAsked")}</Light>}
      <AbsenceLight seat={seat} />
    </>
  );
}

const periodOf = ({ startsAt, endsAt }: Assignment) => `${dayText(startsAt)} →${endsAt ? ` ${dayText(endsAt)}` : ""}`;

function AbsenceLight({ seat: { absence, responsible } }: { seat: SeatDetails }) {
  const { t } = useTranslation("grids");
  if (!absence) return null;
  const until = absence.endsAt ? t("seat.awayUntil", { day: dayText(absence.endsAt) }) : t("seat.away");
  return (
    <>
      <Light tone={responsible ? "soon" : "bad"}>
        {until}
        {responsible ? null : ` · ${t("seat.nobodyStandsIn")}`}
      </Light>
      {responsible ? (
        <span>
          {t("seat.standIn")} <PersonName name={responsible.name} badge={responsible.badge} />
        </span>
      ) : null}
    </>
  );
}
