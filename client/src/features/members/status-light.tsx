import type { MemberLineFragment } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { dayText } from "../../lib/dates.ts";
import { Light } from "../../ui/light.tsx";

type Standing = Pick<MemberLineFragment, "status" | "leftOn" | "currentAbsence">;

/** On duty, on leave until when, or gone since when (who comes back is gone meanwhile); a leaving that lies ahead is told too. */
export function StatusLight({ member: { status, leftOn, currentAbsence } }: { member: Standing }) {
  const { t } = useTranslation(["members", "words"]);
  const until = currentAbsence?.absence.endsAt;
  if (status === "LEFT")
    return <Light tone="quiet">{leftOn ? t("light.left", { day: leftOn }) : t("light.back")}</Light>;
  if (status === "ON_LEAVE")
    return <Light tone="soon">{until ? t("light.until", { day: dayText(until) }) : t("light.open")}</Light>;
  if (leftOn) return <Light tone="soon">{t("light.leaving", { day: leftOn })}</Light>;
  return <Light tone="good">{t("words:memberStatus.ACTIVE")}</Light>;
}
