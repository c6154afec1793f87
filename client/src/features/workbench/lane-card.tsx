import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { withWords } from "../../lib/locale.ts";
import { Card } from "../../ui/card.tsx";
import { WhenSeen } from "../../ui/when-seen.tsx";

const Lane = lazily(
  withWords("pictures", () => import("../../ui/pictures/lane.tsx")),
  "Lane",
);

/** What is settled for the next ninety days. */
export function LaneCard() {
  const { t } = useTranslation("workbench");
  return (
    <div className="workbench-wide">
      <Card title={t("lane.title")} link={<Link to="/grids/coming">{t("lane.rows")}</Link>}>
        <WhenSeen>
          <Lane />
        </WhenSeen>
      </Card>
    </div>
  );
}
