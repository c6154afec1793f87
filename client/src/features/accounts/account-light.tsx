import type { AccountRowFragment } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { clockText } from "../../lib/clock.ts";
import { Light } from "../../ui/light.tsx";

/** Whether one can sign in with it. */
export function AccountLight({ account }: { account: AccountRowFragment }) {
  const { t } = useTranslation("accounts");
  if (account.disabledAt) return <Light tone="quiet">{t("account.disabled")}</Light>;
  if (account.lockedUntil)
    return <Light tone="bad">{t("account.locked", { time: clockText(account.lockedUntil) })}</Light>;
  if (account.mustChangePassword) return <Light tone="soon">{t("account.first")}</Light>;
  return <Light tone="good">{t("account.enabled")}</Light>;
}
