import { useTranslation } from "react-i18next";
import { Light } from "../../ui/light.tsx";
import type { Tone } from "../../ui/tones.ts";
import type { Line } from "./columns.ts";

const standingTones = {
  NEW: "accent",
  CARRIED_OVER: "soon",
  SETTLED: "good",
  DUE: "quiet",
  DONE: "good",
  LATE: "bad",
  MISSED: "bad",
} as const satisfies Record<NonNullable<Line["standing"]>, Tone>;

const recheckTones = { CONFIRMED: "good", NOT_CONFIRMED: "bad" } as const satisfies Record<string, Tone>;

interface LineLightsProps {
  line: Pick<Line, "standing" | "isLate" | "isWaiting" | "isReturned" | "isLateEntry" | "decision" | "rechecks">;
  unread?: string | undefined;
}

/** How a line stands, in words. */
export function LineLights({ line, unread }: LineLightsProps) {
  const { t } = useTranslation("review");
  const { standing, isLate, isWaiting, isReturned, isLateEntry, decision, rechecks } = line;
  return (
    <span className="review-lights">
      {unread ? <span className="review-unread">{unread}</span> : null}
      {decision ? (
        <Light tone={decision === "ACCEPTED" ? "good" : "bad"}>{t(`decision.${decision}`)}</Light>
      ) : isWaiting ? (
        <Light tone="accent">{t("line.waiting")}</Light>
      ) : null}
      {standing ? <Light tone={standingTones[standing]}>{t(`standing.${standing}`)}</Light> : null}
      {isLate && standing !== "LATE" && standing !== "MISSED" ? <Light tone="bad">{t("line.late")}</Light> : null}
      {isReturned ? <Light tone="soon">{t("line.returned")}</Light> : null}
      {rechecks.map(({ id, outcome }) => (
        <Light key={id} tone={outcome ? recheckTones[outcome] : "quiet"}>
          {t(`recheck.${outcome ?? "UNDONE"}`)}
        </Light>
      ))}
      {isLateEntry ? <Light tone="quiet">{t("line.lateEntry")}</Light> : null}
    </span>
  );
}
