import { useTranslation } from "react-i18next";
import { useWorkWords } from "../../ui/work/work-words.ts";
import type { RuleFor } from "./subject.ts";

export function useRuleName() {
  const { t } = useTranslation("work");
  const { kindOf } = useWorkWords();
  return (ruleFor: RuleFor) => `${kindOf(ruleFor)} · ${t(`urgency.${ruleFor.urgency}`)}`;
}
