import { type Duty, StationDutiesDocument, type StationDutiesQuery } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { countText } from "../../lib/numbers.ts";
import { momentOf } from "../../lib/moments.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../await-data.tsx";
import { coverageTone } from "../coverage-light.tsx";
import { Scrolled } from "../scrolled.tsx";
import { tones } from "../tones.ts";
import { matrixOf, type SeatCounts } from "./duty-matrix.ts";
import "./duty-matrix.css";

/** How the seats of each duty stand at each station on a day: a cell with gaps has colour, and opens the grids that have them. */
export function DutyMatrix({ at }: { at: string | undefined }) {
  const { t } = useTranslation("pictures");
  const read = useRead(StationDutiesDocument, { at: momentOf(at) });
  return (
    <AwaitData read={read} rows={5}>
      {(data) => (data.all[0]?.required ? <Matrix data={data} at={at} /> : <p className="note">{t("matrix.none")}</p>)}
    </AwaitData>
  );
}

function Matrix({ data, at }: { data: StationDutiesQuery; at: string | undefined }) {
  const { t } = useTranslation(["pictures", "words"]);
  const { duties, stations, cellOf, ofDuty, all } = matrixOf(data);
  const shared = { at: at === today() ? undefined : at };
  return (
    <>
      <Scrolled name={t("matrix.title")}>
        <table className="duty-matrix-table" aria-label={t("matrix.title")}>
          <thead>
            <tr>
              <th scope="col">{t("matrix.station")}</th>
              {duties.map((duty) => (
                <th key={duty} scope="col">
                  {t(`words:duty.${duty}`)}
                </th>
              ))}
              <th scope="col">{t("matrix.all")}</th>
            </tr>
          </thead>
          <tbody>
            {stations.map(({ id, name, counts }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                {duties.map((duty) => (
                  <Cell key={duty} {...shared} counts={cellOf(id, duty)} station={{ id, name }} duty={duty} />
                ))}
                <Cell {...shared} counts={counts} station={{ id, name }} />
              </tr>
            ))}
          </tbody>
          {stations.length > 1 ? (
            <tfoot>
              <tr>
                <th scope="row">{t("matrix.all")}</th>
                {duties.map((duty) => (
                  <Cell key={duty} {...shared} counts={ofDuty(duty)} duty={duty} />
                ))}
                <Cell {...shared} counts={all} />
              </tr>
            </tfoot>
          ) : null}
        </table>
      </Scrolled>
      <p className="note duty-matrix-key">{t("matrix.key")}</p>
    </>
  );
}

interface CellProps {
  counts: SeatCounts | undefined;
  station?: { id: string; name: string };
  duty?: Duty;
  at: string | undefined;
}

function Cell({ counts, station, duty, at }: CellProps) {
  const { t } = useTranslation(["pictures", "words"]);
  if (!counts || counts.required === 0) return <td className="absent">—</td>;
  const { required, filled, vacant, gridsWithVacancy: grids } = counts;
  const held = (
    <span className="duty-matrix-held">
      {countText(filled)}/{countText(required)}
    </span>
  );
  if (vacant === 0) return <td>{held}</td>;
  const { words, ground } = tones[coverageTone(counts)];
  const said = {
    station: station?.name ?? t("matrix.allStations"),
    duty: duty ? t(`words:duty.${duty}`) : t("matrix.allDuties"),
  };
  const short = t(grids === vacant ? "matrix.short" : "matrix.shortIn", {
    vacant: countText(vacant),
    grids: countText(grids),
  });
  return (
    <td style={{ background: ground, color: words }}>
      {held}
      <Link
        to="/grids"
        search={{ unit: station?.id, gap: duty ?? "ANY", at }}
        aria-label={t("matrix.opens", { ...said, filled, required, short })}
      >
        {short}
      </Link>
    </td>
  );
}
