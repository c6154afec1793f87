import { ComingChangesDocument } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dayAfter, startOfDay, today } from "../../lib/dates.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { Card } from "../../ui/card.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { PersonName } from "../../ui/person-name.tsx";
import { type Coming, comingIn } from "./coming.ts";

const daysAhead = 30;
const most = 8;

/** What ends within thirty days: assignments, absences, and grids whose closing is planned. */
export function ComingCard() {
  const { t } = useTranslation("workbench");
  const [isAll, setAll] = useState(false);
  const before = dayAfter(today(), daysAhead + 1);
  const read = useRead(ComingChangesDocument, { until: startOfDay(before), untilDay: before });
  const rows = read.data && comingIn(read.data, before);
  return (
    <Card title={t("coming.title")} figure={rows?.length}>
      <AwaitData read={read} rows={3}>
        {() =>
          rows?.length ? (
            <>
              <ul className="plain workbench-rows">
                {(isAll ? rows : rows.slice(0, most)).map((coming) => (
                  <ComingRow key={`${coming.what} ${coming.id}`} coming={coming} />
                ))}
              </ul>
              {rows.length > most && !isAll ? (
                <Button type="link" size="small" onClick={() => setAll(true)}>
                  {t("coming.more", { count: rows.length - most })}
                </Button>
              ) : null}
            </>
          ) : (
            <p className="note">{t("coming.none")}</p>
          )
        }
      </AwaitData>
    </Card>
  );
}

function ComingRow({ coming }: { coming: Coming }) {
  const { t } = useTranslation(["workbench", "words"]);
  const { day, what } = coming;
  return (
    <li>
      <span>
        <DateText value={day} />{" "}
        {what === "absence" ? (
          <Link to="/members" search={{ open: coming.member.id }}>
            <PersonName name={coming.member.name} badge={coming.member.badge} />
          </Link>
        ) : (
          <Link to="/grids" search={{ open: coming.gridId }}>
            {coming.grid} {what === "assignment" ? t(`words:duty.${coming.duty}`) : null}
          </Link>
        )}
      </span>
      <span className="note">
        {what === "assignment" && coming.member ? `${coming.member.name} ${coming.member.badge} · ` : null}
        {t(`coming.${what}`)}
      </span>
    </li>
  );
}
