import { CoverageThenDocument, StationGapsDocument, type StationGapsQuery } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { inChina } from "../../lib/dates.ts";
import { momentOf } from "../../lib/moments.ts";
import { useRead } from "../../lib/use-read.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { AwaitData } from "../../ui/await-data.tsx";
import { Card } from "../../ui/card.tsx";
import { CoverageLight, vacancyTone } from "../../ui/coverage-light.tsx";
import { Light } from "../../ui/light.tsx";

type StationGap = StationGapsQuery["coverage"][number];

const most = 10;
const daysBack = 30;

/** Stations of my scope with vacant seats, the worst first; each leads to its grids with gaps. */
export function GapsCard() {
  const { t } = useTranslation("workbench");
  const read = useRead(StationGapsDocument, {});
  const total = read.data?.bureau.coverage;
  const then = useThen((read.data?.coverage.length ?? 0) > 1);
  return (
    <Card
      title={t("gaps.title")}
      figure={total && total.required > 0 ? <CoverageLight coverage={total} of="many" /> : undefined}
      link={total && <GapsLink {...total} />}
    >
      <AwaitData read={read} rows={4}>
        {({ bureau, coverage }) => (
          <GapList stations={withGaps(coverage)} required={bureau.coverage.required} then={then} />
        )}
      </AwaitData>
    </Card>
  );
}

/** To the gaps; where no standard asks for anybody, to the standards. */
function GapsLink({ required, vacant }: { required: number; vacant: number }) {
  const { t } = useTranslation("workbench");
  const { bureau } = useViewer();
  if (vacant > 0)
    return (
      <span className="workbench-links">
        <Link to="/grids/proposals">{t("gaps.propose")}</Link>
        <Link to="/grids" search={{ gap: "ANY" }}>
          {t("gaps.fill")}
        </Link>
      </span>
    );
  return required === 0 && may(bureau, "MANAGE_STANDARDS") ? (
    <Link to="/system/standards">{t("gaps.setStandards")}</Link>
  ) : null;
}

const withGaps = (stations: readonly StationGap[]) =>
  stations
    .filter(({ vacant }) => vacant > 0)
    .toSorted((a, b) => b.vacant - a.vacant || b.longestDaysVacant - a.longestDaysVacant);

/** How the stations stood thirty days ago; of one alone it is not asked. */
function useThen(isAsked: boolean) {
  const day = inChina().subtract(daysBack, "day").format("YYYY-MM-DD");
  const { data } = useRead(CoverageThenDocument, { at: momentOf(day)! }, !isAsked);
  const rates = new Map(data?.coverage.map(({ station, ...counts }) => [station?.id, percentOf(counts)]));
  return { day, rateOf: (id: string | undefined) => rates.get(id) };
}

const percentOf = ({ filled, required }: { filled: number; required: number }) =>
  required === 0 ? undefined : Math.floor((filled / required) * 100);

interface GapListProps {
  stations: readonly StationGap[];
  required: number;
  then: ReturnType<typeof useThen>;
}

function GapList({ stations, required, then }: GapListProps) {
  const { t } = useTranslation(["workbench", "words"]);
  if (stations.length === 0) return <p className="note">{t(required === 0 ? "gaps.noSeats" : "gaps.none")}</p>;
  return (
    <>
      <ul className="plain workbench-rows">
        {stations.slice(0, most).map(({ station, vacant, longestDaysVacant, ...counts }) => (
          <li key={station?.id}>
            <Link to="/grids" search={{ unit: station?.id, gap: "ANY" }}>
              {station?.name}
            </Link>
            <span className="workbench-links">
              <Trend unit={station?.id} now={percentOf(counts)} then={then} />
              <Light tone={vacancyTone(longestDaysVacant)}>
                {t("words:coverage.short", { vacant, days: longestDaysVacant })}
              </Light>
              <Link
                to="/grids/proposals"
                search={{ unit: station?.id }}
                aria-label={t("gaps.proposeFor", { station: station?.name })}
              >
                {t("gaps.propose")}
              </Link>
            </span>
          </li>
        ))}
      </ul>
      {stations.length > most ? <p className="note">{t("gaps.more", { stations: stations.length - most })}</p> : null}
    </>
  );
}

/** The coverage now, and thirty days ago; that it has fallen has colour. */
function Trend({ unit, now, then }: { unit: string | undefined; now: number | undefined; then: GapListProps["then"] }) {
  const { t } = useTranslation("workbench");
  const before = then.rateOf(unit);
  if (now === undefined || before === undefined) return null;
  const words = t("gaps.then", { rate: before });
  return (
    <>
      <strong className="workbench-figure">{t("gaps.rate", { rate: now })}</strong>
      <Link to="/grids" search={{ unit, at: then.day }}>
        {now < before ? <Light tone="bad">{words}</Light> : words}
      </Link>
    </>
  );
}
