import type { WorkFactsFragment } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import type { Tone } from "../tones.ts";

type Kinded = Pick<WorkFactsFragment, "kind" | "orderKind">;
type Stated = Pick<WorkFactsFragment, "state" | "isSuspended" | "outcome">;

/** What an item is and how it stands, in words. */
export function useWorkWords() {
  const { t } = useTranslation("work");
  return {
    kindOf: ({ kind, orderKind }: Kinded) => (orderKind ? t(`orderKind.${orderKind}`) : t(`kind.${kind}`)),
    stateOf: ({ state, isSuspended, outcome }: Stated) => {
      if (isSuspended) return t("suspendedOver", { state: t(`state.${state}`) });
      return outcome && outcome !== "ACCEPTED" ? t(`outcome.${outcome}`) : t(`state.${state}`);
    },
  };
}

export const urgencyTones = { ORDINARY: "quiet", URGENT: "soon", CRITICAL: "bad" } as const satisfies Record<
  WorkFactsFragment["urgency"],
  Tone
>;
