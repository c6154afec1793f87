import type { WorkFactsFragment } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { Light } from "../light.tsx";
import { urgencyTones } from "./work-words.ts";

/** What stands out of an item, where something does: its urgency, its card, that it was late. */
export function WorkMarks({
  item,
}: {
  item: Pick<WorkFactsFragment, "urgency" | "card" | "isLate" | "isOpen" | "undecided">;
}) {
  const { t } = useTranslation("work");
  return (
    <>
      {item.urgency === "ORDINARY" ? null : (
        <Light tone={urgencyTones[item.urgency]}>{t(`urgency.${item.urgency}`)}</Light>
      )}
      {item.card ? <Light tone={item.card === "RED" ? "bad" : "soon"}>{t(`card.${item.card}`)}</Light> : null}
      {item.undecided.map((kind) => (
        <Light key={kind} tone="soon">
          {t(`undecided.${kind}`)}
        </Light>
      ))}
      {item.isLate && !item.isOpen ? <Light tone="quiet">{t("late")}</Light> : null}
    </>
  );
}
