import type { ApiTokenRowFragment } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { Light } from "../../ui/light.tsx";

export function TokenLight({ token }: { token: ApiTokenRowFragment }) {
  const { t } = useTranslation("accounts");
  if (token.revokedAt) return <Light tone="quiet">{t("token.revoked")}</Light>;
  if (!token.isUsable) return <Light tone="quiet">{t("token.expired")}</Light>;
  return <Light tone="good">{t("token.usable")}</Light>;
}
