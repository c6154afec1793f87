import { TownshipGapsDocument, type TownshipGapsQuery } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { noTownship } from "../../lib/glossary.ts";
import { countText } from "../../lib/numbers.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { Card } from "../../ui/card.tsx";
import { vacancyTone } from "../../ui/coverage-light.tsx";
import { Light } from "../../ui/light.tsx";

type Township = TownshipGapsQuery["coverage"][number];

const most = 10;

/** Of several townships: those with vacant seats, or where nobody stands in, the worst first; each figure opens its grids. */
export function TownshipsCard() {
  const { t } = useTranslation("workbench");
  const read = useRead(TownshipGapsDocument, {});
  // Until it is known, nothing stands where most bureaus have no such card.
  if ((read.data?.coverage.length ?? 0) < 2) return null;
  return (
    <Card
      title={t("townships.title")}
      link={
        <Link to="/grids" search={{ as: "tiles" }}>
          {t("townships.tiles")}
        </Link>
      }
    >
      <AwaitData read={read} rows={4}>
        {({ coverage }) => <TownshipList townships={withGaps(coverage)} />}
      </AwaitData>
    </Card>
  );
}

const withGaps = (townships: readonly Township[]) =>
  townships
    .filter(({ vacant, gridsDeserted }) => vacant > 0 || gridsDeserted > 0)
    .toSorted((a, b) => b.vacant - a.vacant || b.gridsDeserted - a.gridsDeserted);

function TownshipList({ townships }: { townships: readonly Township[] }) {
  const { t } = useTranslation("workbench");
  if (townships.length === 0) return <p className="note">{t("townships.allFull")}</p>;
  const left = townships.length - most;
  return (
    <>
      <ul className="plain workbench-rows">
        {townships.slice(0, most).map((township) => (
          <TownshipRow key={township.division?.id ?? noTownship} {...township} />
        ))}
      </ul>
      {left > 0 ? <p className="note">{t("townships.more", { count: left })}</p> : null}
    </>
  );
}

function TownshipRow({ division, vacant, longestDaysVacant, gridsDeserted }: Township) {
  const { t } = useTranslation(["workbench", "words"]);
  const name = division?.name ?? t("townships.none");
  const deserted = t("townships.deserted", { count: countText(gridsDeserted) });
  const search = { township: division?.code ?? noTownship };
  return (
    <li>
      <Link to="/grids" search={vacant > 0 ? { ...search, gap: "ANY" } : search}>
        {name}
      </Link>
      <span className="workbench-links">
        {vacant > 0 ? (
          <Light tone={vacancyTone(longestDaysVacant)}>
            {t("words:coverage.short", { vacant, days: longestDaysVacant })}
          </Light>
        ) : null}
        {gridsDeserted > 0 ? (
          <Link to="/grids" search={{ ...search, deserted: true }} aria-label={`${name} ${deserted}`}>
            <Light tone="bad">{deserted}</Light>
          </Link>
        ) : null}
      </span>
    </li>
  );
}
