import type { AccountDetailsQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { minuteText } from "../../lib/dates.ts";
import { may } from "../../lib/viewer.tsx";
import { Section } from "../../ui/section.tsx";
import { browserOf } from "../../lib/browser-of.ts";
import { EndSessionButton } from "./end-session-button.tsx";

export function AccountSessions({ account }: { account: NonNullable<AccountDetailsQuery["account"]> }) {
  const { t } = useTranslation("accounts");
  return (
    <Section title={t("session.many")}>
      {account.sessions.length === 0 ? <p className="note">{t("session.none")}</p> : null}
      <ul className="account-lines">
        {account.sessions.map((session) => (
          <li key={session.id}>
            <span>{session.userAgent ? browserOf(session.userAgent) : "—"}</span>
            <span className="note">
              {session.address} · {t("session.seen", { time: minuteText(session.lastSeenAt) })}
            </span>
            {may(session, "END_SESSION") ? <EndSessionButton session={session} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
