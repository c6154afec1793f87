import { useTranslation } from "react-i18next";
import { dayText } from "../../lib/dates.ts";
import { Light } from "../../ui/light.tsx";
import { LoadBar } from "../../ui/load-bar.tsx";
import { PersonName } from "../../ui/person-name.tsx";
import type { Proposal } from "./proposal.ts";

/** Who is proposed, of which unit and until when; or that there is nobody. */
export function Proposed({ proposal: { member, until } }: { proposal: Proposal }) {
  const { t } = useTranslation("proposals");
  if (!member) return <Light tone="bad">{t("nobody")}</Light>;
  return (
    <span className="proposal-member">
      <PersonName name={member.name} badge={member.badge} />
      <span className="note">
        {member.unit?.name}
        {until ? ` · ${t("until", { day: dayText(until) })}` : null}
      </span>
    </span>
  );
}

export function Reasons({ proposal: { obstacle, reasons, ofKind, away } }: { proposal: Proposal }) {
  const { t } = useTranslation("proposals");
  if (obstacle) return <span>{t(`obstacle.${obstacle}`, { ofKind, away })}</span>;
  return (
    <span className="proposal-reasons">
      {reasons.map((reason) => (
        <Light key={reason} tone={reason === "ABOVE_FAIR_SHARE" ? "soon" : "quiet"}>
          {t(`reason.${reason}`)}
        </Light>
      ))}
    </span>
  );
}

/** What the member holds now and would hold then, and what an even share is. */
export function LoadChange({ proposal, most }: { proposal: Proposal; most: number }) {
  const { t } = useTranslation("proposals");
  const { seatsBefore, seatsAfter, fairShare } = proposal;
  if (seatsBefore === null || seatsAfter === null) return <span className="absent">—</span>;
  return (
    <span className="proposal-load">
      <LoadBar seats={seatsAfter} added={1} most={Math.max(most, fairShare ?? 0)} />{" "}
      {t("load", { before: seatsBefore, count: seatsAfter })}{" "}
      <span className="note">{t("share", { seats: fairShare })}</span>
    </span>
  );
}
