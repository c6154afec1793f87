import type { ChainCheckFieldsFragment } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { minuteText } from "../../lib/dates.ts";
import { countText } from "../../lib/numbers.ts";

type Check = ChainCheckFieldsFragment;
type Result = NonNullable<Check["result"]>;

/** What a check has found, in a sentence. */
export function useChainWords() {
  const { t } = useTranslation("auditing");
  return ({ origin, actorName: name }: Check, result: Result) => {
    const { afterSequence, throughSequence, brokenAt } = result;
    return t(`chain.${outcomeOf(result)}`, {
      time: minuteText(result.finishedAt),
      by: t(`chain.by.${origin}`, { name }),
      entries: countText(result.entries),
      from: countText(afterSequence + 1),
      through: countText(throughSequence),
      sequence: countText(brokenAt ?? 0),
    });
  };
}

function outcomeOf({ isIntact, isCutShort, afterSequence, throughSequence }: Result) {
  if (!isIntact) return "broken";
  if (isCutShort) return "cutShort";
  if (afterSequence === 0) return "whole";
  return throughSequence === afterSequence ? "nothingNew" : "further";
}
