import { OfficersLoadDocument, type OfficersLoadQuery } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { countText } from "../../lib/numbers.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { Card } from "../../ui/card.tsx";
import { PersonName } from "../../ui/person-name.tsx";
import { Scrolled } from "../../ui/scrolled.tsx";
import type { Station } from "./board-card.tsx";
import { medianOf } from "./load.ts";

export type Officer = OfficersLoadQuery["members"]["nodes"][number];

/** How many seats each officer holds, beside the one in the middle; the figures stand in the table behind it. */
export function LoadCard({ station }: { station: Station }) {
  const { t } = useTranslation("workbench");
  const read = useRead(OfficersLoadDocument, { unitId: station.id });
  const [isTable, setTable] = useState(false);
  const officers = read.data && onStrength(read.data);
  const median = officers && medianOf(officers.map(({ load }) => load.seats));
  return (
    <div className="workbench-wide">
      <Card
        title={t("load.title")}
        figure={median === undefined ? undefined : t("load.median", { seats: countText(median) })}
        link={
          officers && officers.length > 0 ? (
            <span className="workbench-links workbench-aside">
              <Button size="small" aria-expanded={isTable} onClick={() => setTable(!isTable)}>
                {t(isTable ? "load.asStrip" : "load.asTable")}
              </Button>
            </span>
          ) : null
        }
      >
        <AwaitData read={read} rows={3}>
          {() =>
            officers?.length && median !== undefined ? (
              isTable ? (
                <LoadTable officers={officers} />
              ) : (
                <LoadStrip officers={officers} median={median} />
              )
            ) : (
              <p className="note">{t("load.nobody")}</p>
            )
          }
        </AwaitData>
      </Card>
    </div>
  );
}

const onStrength = ({ members }: OfficersLoadQuery) => members.nodes.filter(({ status }) => status !== "LEFT");

function LoadStrip({ officers, median }: { officers: readonly Officer[]; median: number }) {
  const { t } = useTranslation("workbench");
  const most = Math.max(...officers.map(({ load }) => load.seats), 1);
  const part = (seats: number) => `${(seats / most) * 100}%`;
  return (
    <Scrolled name={t("load.title")}>
      <ul className="plain workbench-strip">
        {officers.map(({ id, name, badge, load }) => (
          <li key={id}>
            <Link to="/members" search={{ open: id }} title={badge}>
              <span className="workbench-bar" aria-hidden>
                <b style={{ bottom: part(median) }} />
                <i style={{ height: part(load.seats) }} />
              </span>
              <strong>{t("load.held", { seats: load.seats })}</strong>
              <span className="workbench-whose">{name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Scrolled>
  );
}

function LoadTable({ officers }: { officers: readonly Officer[] }) {
  const { t } = useTranslation(["workbench", "words"]);
  return (
    <Scrolled name={t("load.title")}>
      <table className="workbench-board" aria-label={t("load.title")}>
        <thead>
          <tr>
            <th scope="col">{t("load.officer")}</th>
            {(["seats", "grids", "households", "hours"] as const).map((name) => (
              <th key={name} scope="col" className="numeric">
                {t(`load.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {officers.map(({ id, name, badge, status, load, burden }) => (
            <tr key={id}>
              <th scope="row">
                <Link to="/members" search={{ open: id }}>
                  <PersonName name={name} badge={badge} />
                </Link>
                {status === "ON_LEAVE" ? <span className="note">{t("words:memberStatus.ON_LEAVE")}</span> : null}
              </th>
              <td className="numeric">{load.seats}</td>
              <td className="numeric">{load.grids}</td>
              <td className="numeric">{countText(load.households)}</td>
              <td className="numeric">
                {t("load.hoursOf", { hours: hoursOf(burden.minutes), cap: hoursOf(burden.capMinutes) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

const hoursOf = (minutes: number) => countText(Math.round(minutes / 6) / 10);
