import { DayComparisonDocument, type DayChangeKind, type DayComparisonQuery } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { countText } from "../../lib/numbers.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { Scrolled } from "../../ui/scrolled.tsx";
import { Section } from "../../ui/section.tsx";
import { changeKinds } from "./routes.tsx";

type Line = DayComparisonQuery["dayComparison"][number];
type Figures = Omit<Line, "station">;

const counts = {
  CAME: "came",
  LEFT: "left",
  GAP_OPENED: "gapsOpened",
  GAP_CLOSED: "gapsClosed",
} as const satisfies Record<DayChangeKind, keyof Figures>;
const before = ["requiredBefore", "filledBefore", "vacantBefore"] as const;
const after = ["requiredAfter", "filledAfter", "vacantAfter"] as const;
const figures = [...before, ...Object.values(counts), ...after] as const;

interface ByStationProps {
  since: string;
  at: string | undefined;
  from: string;
  to: string;
  /** A figure's rows are shown. */
  onChoose: () => void;
}

/** Each figure of a change has the list below it show the rows that it counts. */
export function ByStation({ since, at, from, to, onChoose }: ByStationProps) {
  const { t } = useTranslation("compare");
  return (
    <Section title={t("byStation")}>
      <AwaitData read={useRead(DayComparisonDocument, { since, at })} rows={4}>
        {({ dayComparison: lines }) => (
          <Scrolled name={t("byStation")}>
            <table className="compare-table">
              <thead>
                <tr>
                  <th scope="col" rowSpan={2}>
                    {t("station")}
                  </th>
                  <th scope="colgroup" colSpan={3}>
                    {t("end", { day: from })}
                  </th>
                  <th scope="colgroup" colSpan={4}>
                    {t("between")}
                  </th>
                  <th scope="colgroup" colSpan={3}>
                    {at ? t("end", { day: to }) : t("now")}
                  </th>
                </tr>
                <tr>
                  {figures.map((figure) => (
                    <th key={figure} scope="col">
                      {t(`figure.${figure}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <Row
                    key={line.station.id}
                    name={line.station.name}
                    stationId={line.station.id}
                    {...{ line, onChoose }}
                  />
                ))}
              </tbody>
              {lines.length > 1 ? (
                <tfoot>
                  <Row name={t("all")} stationId={undefined} line={sumOf(lines)} onChoose={onChoose} />
                </tfoot>
              ) : null}
            </table>
          </Scrolled>
        )}
      </AwaitData>
    </Section>
  );
}

const sumOf = (lines: readonly Figures[]) =>
  Object.fromEntries(
    figures.map((figure) => [figure, lines.reduce((sum, line) => sum + line[figure], 0)]),
  ) as unknown as Figures;

interface RowProps {
  name: string;
  stationId: string | undefined;
  line: Figures;
  onChoose: () => void;
}

function Row({ name, stationId, line, onChoose }: RowProps) {
  const { t } = useTranslation("compare");
  const plain = (names: readonly (keyof Figures)[]) => names.map((each) => <td key={each}>{countText(line[each])}</td>);
  return (
    <tr>
      <th scope="row">{name}</th>
      {plain(before)}
      {changeKinds.map((kind) => {
        const count = countText(line[counts[kind]]);
        return (
          <td key={kind}>
            <Link
              to="/grids/compare"
              search={({ from, to }: { from?: string; to?: string }) => ({ from, to, kind, station: stationId })}
              resetScroll={false}
              onClick={onChoose}
              aria-label={t("opens", { station: name, kind: t(`kind.${kind}`), count })}
            >
              {count}
            </Link>
          </td>
        );
      })}
      {plain(after)}
    </tr>
  );
}
