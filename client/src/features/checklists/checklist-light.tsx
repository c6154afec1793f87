import type { ChecklistState } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { Light } from "../../ui/light.tsx";

interface ChecklistLightProps {
  checklist: {
    retiredAt: string | null;
    versions: readonly { state: ChecklistState; isInForce: boolean; number: number; startsOn: string | null }[];
  };
}

/** Which version holds, and whether a draft of the next one waits. */
export function ChecklistLight({ checklist: { retiredAt, versions } }: ChecklistLightProps) {
  const { t } = useTranslation("checklists");
  if (retiredAt) return <Light tone="quiet">{t("retired")}</Light>;
  const inForce = versions.find(({ isInForce }) => isInForce);
  const draft = versions.find(({ state }) => state === "DRAFT");
  const ahead = versions.find(({ state, isInForce }) => state === "PUBLISHED" && !isInForce);
  return (
    <span className="checklists-lights">
      {inForce ? <Light tone="good">{t("inForce", { number: inForce.number })}</Light> : null}
      {!inForce && ahead ? <Light tone="accent">{t("startsOn", { day: ahead.startsOn })}</Light> : null}
      {draft ? <Light tone="soon">{t("draftOf", { number: draft.number })}</Light> : null}
    </span>
  );
}
