import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { minuteText } from "../../lib/dates.ts";
import { Section } from "../../ui/section.tsx";
import type { WeekLists } from "./columns.ts";

/** What was signed and reopened stays to be read. */
export function Revisions({ lists, shownId }: { lists: WeekLists; shownId?: string }) {
  const { t } = useTranslation("review");
  const { revisions, member, station, week } = lists;
  if (revisions.length < 2) return null;
  return (
    <div className="review-revisions">
      <Section title={t("revision.all")}>
        <ul className="plain">
          {revisions.map(({ id, revision, signedAt, signer, digest, reopenedReason }, index) => (
            <li key={id}>
              <Link
                to="/review/week"
                search={{ member: member?.id, unit: station.id, week, revision: index === 0 ? undefined : id }}
                aria-current={id === shownId ? "true" : undefined}
              >
                {t("revision.number", { number: revision })}
              </Link>
              <span>
                {signedAt ? t("revision.signed", { signer, at: minuteText(signedAt) }) : t("revision.unsigned")}
              </span>
              {reopenedReason ? <span>{t("reopen.was", { reason: reopenedReason })}</span> : null}
              {digest ? <div className="review-digest note">{t("signed.digest", { digest })}</div> : null}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
