import { WhoAnswersDocument, type WhoAnswersQuery } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { Card } from "../../ui/card.tsx";
import { vacancyTone } from "../../ui/coverage-light.tsx";
import { Light } from "../../ui/light.tsx";
import { PersonName } from "../../ui/person-name.tsx";
import { PhoneText } from "../../ui/phone-text.tsx";
import { SearchField } from "../../ui/search-field.tsx";

type Found = WhoAnswersQuery["grids"]["nodes"][number];
type Seat = Found["seats"][number];

/** A place gives whoever answers for it: name, telephone, and who stands in, in one line. */
export function WhoCard() {
  const { t } = useTranslation("workbench");
  const [search, setSearch] = useState<string>();
  const read = useRead(WhoAnswersDocument, { search: search ?? "" }, search === undefined);
  return (
    <div className="workbench-wide">
      <Card title={t("who.title")}>
        <SearchField label={t("who.search")} value={search} onSearch={setSearch} />
        {search === undefined ? null : (
          <div role="status" className="workbench-found">
            <AwaitData read={read} rows={2}>
              {({ grids }) => <FoundList grids={grids} />}
            </AwaitData>
          </div>
        )}
      </Card>
    </div>
  );
}

function FoundList({ grids: { nodes, totalCount } }: { grids: WhoAnswersQuery["grids"] }) {
  const { t } = useTranslation("workbench");
  if (nodes.length === 0) return <p className="note">{t("who.none")}</p>;
  return (
    <>
      <ul className="plain workbench-rows">
        {nodes.map((grid) => (
          <li key={grid.id}>
            <span>
              <Link to="/grids" search={{ open: grid.id }}>
                {grid.name}
              </Link>{" "}
              <span className="note">{grid.station?.name}</span>
            </span>
            <span className="workbench-who">
              {grid.seats.length === 0 ? <span className="note">{t("who.noSeat")}</span> : null}
              {grid.seats.map((seat) => (
                <Answering key={seat.ordinal} seat={seat} />
              ))}
            </span>
          </li>
        ))}
      </ul>
      {totalCount > nodes.length ? <p className="note">{t("who.more", { count: totalCount - nodes.length })}</p> : null}
    </>
  );
}

function Answering({ seat: { isFilled, holder, responsible, absence, daysVacant } }: { seat: Seat }) {
  const { t } = useTranslation(["workbench", "grids"]);
  const days = daysVacant ?? 0;
  if (!isFilled) return <Light tone={vacancyTone(days)}>{t("grids:seat.vacantDays", { days })}</Light>;
  if (!holder) return <span className="absent">{t("grids:seat.outOfSight")}</span>;
  if (!absence) return <Reached person={holder} />;
  return (
    <>
      <span className="note">{t("who.away", { name: holder.name, badge: holder.badge })}</span>
      {responsible ? (
        <>
          {t("grids:seat.standIn")} <Reached person={responsible} />
        </>
      ) : (
        <Light tone="bad">{t("grids:seat.nobodyStandsIn")}</Light>
      )}
    </>
  );
}

function Reached({ person }: { person: NonNullable<Seat["holder"]> }) {
  const { name, badge, phone } = person;
  const { t } = useTranslation("workbench");
  return (
    <span className="workbench-reached">
      <strong>
        <PersonName name={name} badge={badge} />
      </strong>{" "}
      {phone ? <PhoneText member={person} /> : <span className="note">{t("who.noPhone")}</span>}
    </span>
  );
}
