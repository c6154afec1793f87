import { useTranslation } from "react-i18next";
import { dayText, today } from "../../lib/dates.ts";
import { Light } from "../../ui/light.tsx";

interface OpenLightProps {
  openedOn?: string | null;
  closedOn: string | null;
}

/** In use, not yet, or no longer; and from when, where an end is set. */
export function OpenLight({ openedOn, closedOn }: OpenLightProps) {
  const { t } = useTranslation("organisation");
  if (closedOn && closedOn <= today())
    return <Light tone="quiet">{t("state.closed", { day: dayText(closedOn) })}</Light>;
  if (closedOn) return <Light tone="soon">{t("state.closing", { day: dayText(closedOn) })}</Light>;
  if (openedOn && openedOn > today())
    return <Light tone="soon">{t("state.opening", { day: dayText(openedOn) })}</Light>;
  return <Light tone="good">{t("state.open")}</Light>;
}
