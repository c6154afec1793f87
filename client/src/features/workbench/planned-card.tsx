import { PlannedAssignmentsDocument } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { dayText } from "../../lib/dates.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { Card } from "../../ui/card.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { PersonName } from "../../ui/person-name.tsx";

/** Changes of holder that are settled and have not begun; each leads to its grid on that day. */
export function PlannedCard() {
  const { t } = useTranslation(["workbench", "words"]);
  const read = useRead(PlannedAssignmentsDocument, {});
  return (
    <Card
      title={t("planned.title")}
      figure={read.data?.assignments.totalCount}
      link={
        read.data?.assignments.totalCount ? (
          <Link to="/grids/coming" search={{ kind: "ASSIGNMENT_STARTS" }}>
            {t("planned.all")}
          </Link>
        ) : undefined
      }
    >
      <AwaitData read={read} rows={2}>
        {({ assignments }) =>
          assignments.nodes.length === 0 ? (
            <p className="note">{t("planned.none")}</p>
          ) : (
            <ul className="plain workbench-rows">
              {assignments.nodes.map(({ id, duty, startsAt, grid, member }) => (
                <li key={id}>
                  <span>
                    <DateText value={startsAt} />{" "}
                    <Link to="/grids" search={{ open: grid.id, at: dayText(startsAt) }}>
                      {grid.name} {t(`words:duty.${duty}`)}
                    </Link>
                  </span>
                  {member ? <PersonName name={member.name} badge={member.badge} /> : null}
                </li>
              ))}
            </ul>
          )
        }
      </AwaitData>
    </Card>
  );
}
