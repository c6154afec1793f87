import { UnsignedWeeksDocument, type UnsignedWeeksQuery } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { AwaitData } from "../../ui/await-data.tsx";
import { Card } from "../../ui/card.tsx";
import { Light } from "../../ui/light.tsx";

type Station = UnsignedWeeksQuery["unsignedWeeks"][number];

const most = 10;

/** Weeks that one is to sign: of one station the first that waits, of several those that have let the time pass, by station. */
export function ReviewCard() {
  const { bureau } = useViewer();
  return may(bureau, "REVIEW_WEEKS") ? <UnsignedCard /> : null;
}

function UnsignedCard() {
  const { t } = useTranslation(["workbench", "page"]);
  const read = useRead(UnsignedWeeksDocument, {});
  const figure = figureOf(read.data?.unsignedWeeks);
  return (
    <Card
      title={t("page:review.title")}
      figure={figure}
      link={
        <Link to="/review" search={figure ? rowsOf(read.data?.unsignedWeeks ?? []) : {}}>
          {t("waiting.all")}
        </Link>
      }
    >
      <AwaitData read={read} rows={2}>
        {({ unsignedWeeks: [first, ...more] }) =>
          first && more.length === 0 ? <OfStation station={first} /> : <OfStations stations={[first, ...more]} />
        }
      </AwaitData>
    </Card>
  );
}

/** What a chief is to sign, and of several stations what they have left unsigned. */
const figureOf = (stations: readonly Station[] | undefined) =>
  stations?.reduce((sum, { waiting, overdue }) => sum + (stations.length > 1 ? overdue : waiting), 0);

/** The weeks that the figure counts. */
const rowsOf = ([first, ...more]: readonly Station[]) =>
  more.length > 0
    ? ({ by: "stations", only: "overdue" } as const)
    : ({ unit: first?.station.id, only: "toSign" } as const);

function OfStation({ station }: { station: Station }) {
  const { t } = useTranslation("workbench");
  const { waiting, overdue, firstMember, firstWeek } = station;
  if (waiting === 0) return <p className="note">{t("review.none")}</p>;
  return (
    <ul className="plain workbench-rows">
      <li>
        {firstMember && firstWeek ? (
          <Link to="/review/week" search={{ member: firstMember.id, unit: station.station.id, week: firstWeek }}>
            {t("review.first", { name: firstMember.name, week: firstWeek })}
          </Link>
        ) : (
          <span>{t("review.waiting", { count: waiting })}</span>
        )}
        {overdue > 0 ? <Overdue station={station} /> : <span className="note">{t("review.inTime")}</span>}
      </li>
    </ul>
  );
}

function Overdue({ station: { station, overdue } }: { station: Station }) {
  const { t } = useTranslation("workbench");
  return (
    <Link to="/review" search={{ unit: station.id, only: "overdue" }}>
      <Light tone="bad">{t("review.overdue", { count: overdue })}</Light>
    </Link>
  );
}

function OfStations({ stations }: { stations: readonly (Station | undefined)[] }) {
  const { t } = useTranslation("workbench");
  const late = stations.filter((each): each is Station => (each?.overdue ?? 0) > 0);
  if (late.length === 0) return <p className="note">{t("review.noneOverdue")}</p>;
  return (
    <>
      <ul className="plain workbench-rows">
        {late.slice(0, most).map((each) => (
          <li key={each.station.id}>
            <Link to="/review" search={{ unit: each.station.id }}>
              {each.station.name}
            </Link>
            <Overdue station={each} />
          </li>
        ))}
      </ul>
      {late.length > most ? <p className="note">{t("review.more", { stations: late.length - most })}</p> : null}
    </>
  );
}
