import { useTranslation } from "react-i18next";
import { may, useViewer } from "../../lib/viewer.tsx";
import { StationField } from "../../ui/station-field.tsx";

/** Whose a new checklist is: the whole bureau's without a station, for those who may draw those up. */
export function OwnerField() {
  const { t } = useTranslation("checklists");
  const { bureau } = useViewer();
  return (
    <StationField label={t("station")} hint={may(bureau, "MANAGE_BUREAU_CHECKLISTS") ? t("stationHint") : undefined} />
  );
}
