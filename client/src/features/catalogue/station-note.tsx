import type { DutyStationQuery } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { DateText } from "../../ui/date-text.tsx";

export type Station = NonNullable<DutyStationQuery["unit"]>;

interface StationNoteProps {
  unit: Station;
  differences: number;
  onCompare: () => void;
}

/** From which model the station has its catalogue, and where they differ since. */
export function StationNote({ unit, differences, onCompare }: StationNoteProps) {
  const { t } = useTranslation("duty-catalogue");
  const [last] = unit.dutyCatalogueCopies;
  if (!last) return null;
  return (
    <p className="catalogue-model">
      <span>
        {t("model.of", { name: last.model?.name ?? t("model.unseen") })} <DateText value={last.copiedAt} minutes />
      </span>
      {differences === 0 ? (
        <span className="note">{t("model.same")}</span>
      ) : (
        <Button size="small" onClick={onCompare}>
          {t("model.differs", { count: differences })}
        </Button>
      )}
    </p>
  );
}
