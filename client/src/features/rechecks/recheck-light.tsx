import type { RecheckOutcome } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { Light } from "../../ui/light.tsx";

export function RecheckLight({ outcome }: { outcome?: RecheckOutcome | null }) {
  const { t } = useTranslation("rechecks");
  if (!outcome) return <Light tone="soon">{t("undone")}</Light>;
  return <Light tone={outcome === "CONFIRMED" ? "good" : "bad"}>{t(`outcome.${outcome}`)}</Light>;
}
