import { UncoveredAbsencesDocument, type UncoveredAbsencesQuery } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { dayText } from "../../lib/dates.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { Card } from "../../ui/card.tsx";
import { PersonName } from "../../ui/person-name.tsx";

type Away = UncoveredAbsencesQuery["members"]["nodes"][number];

/** They hold seats, are away, and nobody answers in their place. */
const isUncovered = ({ load, currentAbsence }: Away) => load.seats > 0 && currentAbsence?.standIn === null;

export function AbsencesCard() {
  const { t } = useTranslation("workbench");
  const read = useRead(UncoveredAbsencesDocument, {});
  const uncovered = read.data?.members.nodes.filter(isUncovered);
  return (
    <Card
      title={t("absences.title")}
      figure={uncovered?.length}
      link={
        <Link to="/members" search={{ status: "ON_LEAVE" }}>
          {t("absences.all")}
        </Link>
      }
    >
      <AwaitData read={read} rows={2}>
        {({ members }) => (
          <>
            <AwayList members={members.nodes.filter(isUncovered)} onLeave={members.totalCount} />
            <StoodInFor members={members.nodes} />
          </>
        )}
      </AwaitData>
    </Card>
  );
}

function AwayList({ members, onLeave }: { members: readonly Away[]; onLeave: number }) {
  const { t } = useTranslation("workbench");
  if (members.length === 0)
    return <p className="note">{onLeave === 0 ? t("absences.nobody") : t("absences.none", { members: onLeave })}</p>;
  return (
    <ul className="plain workbench-rows">
      {members.map(({ id, name, badge, load, currentAbsence }) => (
        <li key={id}>
          <Link to="/members" search={{ open: id }}>
            <PersonName name={name} badge={badge} />
          </Link>
          <span className="workbench-links">
            <span className="note">
              {t("absences.seats", { seats: load.seats })} · {untilText(currentAbsence?.absence.endsAt)}
            </span>
            <Link
              to="/members"
              search={{ open: id, standIn: currentAbsence?.absence.id }}
              aria-label={t("absences.arrangeFor", { name })}
            >
              {t("absences.arrange")}
            </Link>
          </span>
        </li>
      ))}
    </ul>
  );

  function untilText(endsAt: string | null | undefined) {
    return endsAt ? t("absences.until", { day: dayText(endsAt) }) : t("absences.open");
  }
}

const most = 10;

/** Of a few who are away, who stands in; of many the list tells. */
function StoodInFor({ members }: { members: readonly Away[] }) {
  const { t } = useTranslation("workbench");
  const covered = members.filter(({ currentAbsence }) => currentAbsence?.standIn);
  if (members.length > most || covered.length === 0) return null;
  return (
    <ul className="plain workbench-rows">
      {covered.map(({ id, name, badge, currentAbsence }) => (
        <li key={id}>
          <Link to="/members" search={{ open: id }}>
            <PersonName name={name} badge={badge} />
          </Link>
          <span className="note">
            {t("absences.by", { name: currentAbsence?.standIn?.name, badge: currentAbsence?.standIn?.badge })}
          </span>
        </li>
      ))}
    </ul>
  );
}
