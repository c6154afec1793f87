import { useTranslation } from "react-i18next";
import { DateText } from "../../ui/date-text.tsx";
import type { GridDetails } from "./grid-details.ts";

type Facts = GridDetails["facts"][number];

/** What the grid was, is and is to be: in each line what became different that day. */
export function FactsHistory({ facts }: Pick<GridDetails, "facts">) {
  const { t } = useTranslation(["grids", "words", "history"]);
  const changes = useFactChanges();
  if (facts.length < 2) return null;
  return (
    <table className="differences facts-history">
      <thead>
        <tr>
          <th scope="col">{t("from.label")}</th>
          <th scope="col">{t("from.became")}</th>
          <th scope="col">{t("from.why")}</th>
        </tr>
      </thead>
      <tbody>
        {facts.slice(0, -1).map((period, index) => (
          <tr key={period.startsOn}>
            <th scope="row" className="numeric">
              <DateText value={period.startsOn} />
            </th>
            <td>
              {changes(facts[index + 1]!, period).map(({ label, before, after }) => (
                <div key={label}>
                  {label} <s>{before}</s> → {after}
                </div>
              ))}
            </td>
            <td>{period.reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useFactChanges() {
  const { t } = useTranslation(["grids", "words"]);
  const told = (facts: Facts) => ({
    [t("column.name")]: facts.name,
    [t("column.station")]: facts.station?.name ?? t("outOfReach"),
    [t("column.policeRoom")]: facts.policeRoom?.name ?? "—",
    [t("column.kind")]: t(`words:gridKind.${facts.kind}`),
    [t("column.complexity")]: t(`words:complexity.${facts.complexity}`),
    [t("column.level")]: t(`level.${facts.level === 2 ? "two" : "three"}`),
  });
  return (earlier: Facts, later: Facts) => {
    const [was, is] = [told(earlier), told(later)];
    return Object.keys(is)
      .map((label) => ({ label, before: was[label]!, after: is[label]! }))
      .filter(({ before, after }) => before !== after);
  };
}
