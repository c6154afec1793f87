import { ComingSoonDocument, type ComingSoonQuery } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { dayAfter, startOfDay, today } from "../../lib/dates.ts";
import { endings } from "../../lib/glossary.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { Card } from "../../ui/card.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { PersonName } from "../../ui/person-name.tsx";

type Coming = ComingSoonQuery["comingChanges"]["nodes"][number];

const daysAhead = 30;

/** What ends within thirty days: assignments, absences, and grids whose closing is planned. */
export function ComingCard() {
  const { t } = useTranslation("workbench");
  const last = dayAfter(today(), daysAhead);
  const filter = { kinds: [...endings], before: startOfDay(dayAfter(last, 1)) };
  const read = useRead(ComingSoonDocument, { filter });
  const count = read.data?.comingChanges.totalCount;
  return (
    <Card
      title={t("coming.title")}
      figure={count}
      link={
        count ? (
          <Link to="/grids/coming" search={{ kind: "ENDS", to: last }}>
            {t("coming.all")}
          </Link>
        ) : undefined
      }
    >
      <AwaitData read={read} rows={3}>
        {({ comingChanges: { nodes } }) =>
          nodes.length > 0 ? (
            <ul className="plain workbench-rows">
              {nodes.map((coming) => (
                <ComingRow key={coming.id} coming={coming} />
              ))}
            </ul>
          ) : (
            <p className="note">{t("coming.none")}</p>
          )
        }
      </AwaitData>
    </Card>
  );
}

function ComingRow({ coming: { kind, happensAt, grid, duty, member } }: { coming: Coming }) {
  const { t } = useTranslation(["workbench", "words"]);
  const isOfMember = kind === "ABSENCE_ENDS";
  return (
    <li>
      <span>
        <DateText value={happensAt} />{" "}
        {isOfMember && member ? (
          <Link to="/members" search={{ open: member.id }}>
            <PersonName name={member.name} badge={member.badge} />
          </Link>
        ) : null}
        {grid ? (
          <Link to="/grids" search={{ open: grid.id }}>
            {grid.name} {duty ? t(`words:duty.${duty}`) : null}
          </Link>
        ) : null}
      </span>
      <span className="note">
        {!isOfMember && member ? `${member.name} ${member.badge} · ` : null}
        {t(`words:comingKind.${kind}`)}
      </span>
    </li>
  );
}
