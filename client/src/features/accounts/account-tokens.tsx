import type { AccountDetailsQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { dayText } from "../../lib/dates.ts";
import { may } from "../../lib/viewer.tsx";
import { Section } from "../../ui/section.tsx";
import { RevokeTokenButton } from "./revoke-token-button.tsx";

/** Those that still work; the others are on the tokens' own page. */
export function AccountTokens({ account }: { account: NonNullable<AccountDetailsQuery["account"]> }) {
  const { t } = useTranslation(["accounts", "words"]);
  const usable = account.apiTokens.filter(({ isUsable }) => isUsable);
  if (usable.length === 0) return null;
  return (
    <Section title={t("token.many")}>
      <ul className="account-lines">
        {usable.map((token) => (
          <li key={token.id}>
            <span>{token.name}</span>
            <span className="note">
              {t(`words:tokenScope.${token.scope}`)} · {t("token.until", { day: dayText(token.expiresAt) })}
            </span>
            {may(token, "REVOKE_API_TOKEN") ? <RevokeTokenButton token={token} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
