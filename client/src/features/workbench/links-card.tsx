import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { inChina } from "../../lib/dates.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { Card } from "../../ui/card.tsx";

const daysAhead = 30;

export function LinksCard() {
  const { t } = useTranslation("workbench");
  const { bureau } = useViewer();
  const later = inChina().add(daysAhead, "day").format("YYYY-MM-DD");
  return (
    <Card title={t("links.title")}>
      <ul className="plain workbench-rows">
        <li>
          <Link to="/grids">{t("links.grids")}</Link>
        </li>
        <li>
          <Link to="/grids" search={{ at: later }}>
            {t("links.later", { day: later })}
          </Link>
        </li>
        <li>
          <Link to="/members">{t("links.members")}</Link>
        </li>
        {may(bureau, "IMPORT") ? (
          <li>
            <Link to="/import">{t("links.import")}</Link>
          </li>
        ) : null}
      </ul>
    </Card>
  );
}
