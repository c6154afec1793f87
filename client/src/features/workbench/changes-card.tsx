import { ChangesSinceDocument, type ChangesSinceQuery } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { dayAfter, startOfDay, today } from "../../lib/dates.ts";
import { countText } from "../../lib/numbers.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { Card } from "../../ui/card.tsx";

/** As the audit log calls what was changed. */
const kinds = {
  assignments: "Assignment",
  grids: "Grid",
  members: "Member",
  units: "Unit",
  standards: "StaffingStandard",
  accounts: "Account",
  imports: "ImportRun",
} as const satisfies Partial<Record<keyof ChangesSinceQuery, string>>;

const names = Object.keys(kinds) as (keyof typeof kinds)[];

/** What was changed since yesterday by kinds, and the sign-ins that were refused; each figure opens its rows of the audit log. */
export function ChangesCard() {
  const { t } = useTranslation(["workbench", "history"]);
  const from = dayAfter(today(), -1);
  const read = useRead(ChangesSinceDocument, { from: startOfDay(from) });
  return (
    <Card
      title={t("changes.title")}
      link={
        <Link to="/system/audit" search={{ from }}>
          {t("changes.all")}
        </Link>
      }
    >
      <AwaitData read={read} rows={4}>
        {(data) => {
          const changed = names.filter((name) => data[name].totalCount > 0);
          const refused = data.refused.totalCount;
          if (changed.length === 0 && refused === 0) return <p className="note">{t("changes.none")}</p>;
          return (
            <ul className="plain workbench-rows">
              {refused > 0 ? (
                <li>
                  <Link to="/system/audit" search={{ action: "session.refused", from }}>
                    {t("changes.refused")}
                  </Link>
                  <span className="workbench-figure workbench-bad">{countText(refused)}</span>
                </li>
              ) : null}
              {changed.map((name) => (
                <li key={name}>
                  <Link to="/system/audit" search={{ type: kinds[name], from }}>
                    {t(`history:entity.${kinds[name]}`)}
                  </Link>
                  <span className="workbench-figure">{countText(data[name].totalCount)}</span>
                </li>
              ))}
            </ul>
          );
        }}
      </AwaitData>
    </Card>
  );
}
