import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { withWords } from "../../lib/locale.ts";
import { Card } from "../../ui/card.tsx";
import { WhenSeen } from "../../ui/when-seen.tsx";

const DutyMatrix = lazily(
  withWords("pictures", () => import("../../ui/pictures/duty-matrix.tsx")),
  "DutyMatrix",
);

/** Of whoever answers for several stations: which lacks whom now; another day stands beside a comparison. */
export function DutiesCard() {
  const { t } = useTranslation("workbench");
  return (
    <div className="workbench-wide">
      <Card title={t("duties.title")} link={<Link to="/grids/compare">{t("duties.otherDay")}</Link>}>
        <WhenSeen>
          <DutyMatrix at={undefined} />
        </WhenSeen>
      </Card>
    </div>
  );
}
