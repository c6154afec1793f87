import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { may, useViewer } from "../../lib/viewer.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { Details } from "../../ui/details.tsx";
import { Section } from "../../ui/section.tsx";
import { monthShown } from "./months.ts";
import type { RecheckDetails } from "./recheck-drawer.tsx";

/** At the desk, for whom it opens: as the work is now. */
function Candidates({ drawId, count }: { drawId: string; count: number }) {
  const { t } = useTranslation("rechecks");
  const { bureau } = useViewer();
  const pieces = t("draw.pieces", { count });
  if (!may(bureau, "ISSUE_WORK")) return pieces;
  return (
    <Link to="/dispatch" search={{ draw: drawId, all: true }}>
      {pieces}
    </Link>
  );
}

interface DrawSectionProps {
  draw: NonNullable<RecheckDetails["draw"]>;
  recheck: RecheckDetails;
}

/** How it was drawn, so that anybody may draw it again. */
export function DrawSection({ draw, recheck: { month, place, turn } }: DrawSectionProps) {
  const { t } = useTranslation("rechecks");
  const { id, number, drawnAt, drawer, reason, drawn, candidates, checkers, passedOver, seed, digest } = draw;
  return (
    <Section title={t("draw.one", { month: monthShown(month), number })}>
      <p>
        {t("draw.told", { drawn, candidates, checkers })}
        {passedOver > 0 ? t("draw.passedOver", { count: passedOver }) : null}
        {turn > 1 ? t("draw.turn", { turn }) : null}
      </p>
      <Details
        items={[
          {
            label: t("draw.drawn"),
            value: (
              <Link to="/recheck" search={{ draw: id }}>
                {t("draw.pieces", { count: drawn })}
              </Link>
            ),
          },
          { label: t("draw.candidates"), value: <Candidates drawId={id} count={candidates} /> },
          {
            label: t("draw.checkers"),
            value: (
              <Link to="/members" search={{ draw: id }}>
                {t("draw.people", { count: checkers })}
              </Link>
            ),
          },
          { label: t("draw.place"), value: place },
          {
            label: t("draw.at"),
            value: (
              <>
                <DateText value={drawnAt} /> {drawer}
              </>
            ),
          },
          ...(reason ? [{ label: t("draw.reason"), value: reason }] : []),
          { label: t("draw.seed"), value: <code className="rechecks-seed">{seed}</code> },
          { label: t("draw.digest"), value: <code className="rechecks-seed">{digest}</code> },
        ]}
      />
    </Section>
  );
}
