import type { ClosedDayRule } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { recurringOf } from "./recurrence.ts";
import type { Version } from "./content.ts";

type Item = Version["items"][number];

/** When a checklist recurs, who owes it, and when an item of it fails, in words. */
export function useChecklistWords() {
  const { t } = useTranslation(["checklists", "words"]);

  const dayWords = (day: string) =>
    day === "LAST" || day === "LAST_OPEN" ? t(`day.${day}`) : t("day.number", { day });

  function recurrenceWords(rule: string | null, onClosedDay: ClosedDayRule): string {
    const { every, weekdays = [], day = "", month } = recurringOf(rule, onClosedDay);
    switch (every) {
      case undefined:
        return t("recurrence.none");
      case "DAILY":
        return t("recurrence.DAILY");
      case "WEEKLY":
        return t("recurrence.weeklyOn", { days: weekdays.map((each) => t(`weekday.${each}`)).join(t("and")) });
      case "MONTHLY":
        return t("recurrence.monthlyOn", { day: dayWords(day) });
      case "QUARTERLY":
        return t("recurrence.quarterlyOn", { day: dayWords(day) });
      case "YEARLY":
        return t("recurrence.yearlyOn", { month, day: dayWords(day) });
      default:
        return rule ?? "";
    }
  }

  const owerWords = ({
    duty,
    gridKind,
    complexity,
  }: Pick<Version["owers"][number], "duty" | "gridKind" | "complexity">) =>
    [
      t(`words:duty.${duty}`),
      gridKind && t(`words:gridKind.${gridKind}`),
      complexity && t("complexityOf", { complexity: t(`words:complexity.${complexity}`) }),
    ]
      .filter(Boolean)
      .join(" · ");

  function failingWords({ fails, failsBound, failingChoices, finds }: Item): string | undefined {
    if (finds) return t("findsOf", { kind: t(`words:matterKind.${finds}`) });
    if (fails === "NEVER") return undefined;
    if (fails === "CHOSEN") return t("failsIf.CHOSEN", { choices: failingChoices?.join(t("or")) });
    return t(`failsIf.${fails}`, { bound: failsBound });
  }

  function evidenceWords({ evidence, least, most, choices }: Item): string {
    const kind = t(`evidence.${evidence}`);
    if (evidence === "CHOICE") return t("evidenceOf", { kind, of: choices?.join(" / ") });
    return evidence === "COUNT" && (least !== 0 || most !== 9_999)
      ? t("evidenceOf", { kind, of: `${least}–${most}` })
      : kind;
  }

  return { recurrenceWords, owerWords, failingWords, evidenceWords, dayWords };
}
