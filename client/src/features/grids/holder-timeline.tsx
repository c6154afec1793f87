import { Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dayText } from "../../lib/dates.ts";
import { duties } from "../../lib/glossary.ts";
import { useNarrow } from "../../ui/use-narrow.ts";
import type { Assignment, GridDetails } from "./grid-details.ts";
import { momentOf } from "../../lib/moments.ts";
import { placeOf, pointOf, rowsOf, type Scale, scaleOf, type Span, ticksOf } from "./timeline.ts";

type Bar = Span & { assignment: Assignment };

const barOf = (assignment: Assignment): Bar => ({
  assignment,
  from: Date.parse(assignment.startsAt),
  to: assignment.endsAt ? Date.parse(assignment.endsAt) : null,
});

/** Who held, holds and will hold each duty; what was taken back never was. */
export function HolderTimeline({ grid, at }: { grid: GridDetails; at: string | undefined }) {
  const { t } = useTranslation(["grids", "grid-drawer", "words"]);
  const [now] = useState(Date.now);
  const ticks = useNarrow() ? 3 : 6;
  const bars = grid.assignments.filter(({ state }) => state !== "CANCELLED").map(barOf);
  if (bars.length === 0) return <p className="note">{t("grid-drawer:timeline.none")}</p>;
  const scale = scaleOf(bars, now);
  const moment = momentOf(at);
  return (
    <div className="grid-timeline">
      <div className="grid-axis" aria-hidden>
        {ticksOf(scale, ticks).map(({ at: tick, label }) => (
          <span key={tick} style={{ left: `${pointOf(scale, tick)}%` }}>
            {label}
          </span>
        ))}
      </div>
      {duties.map((duty) => {
        const rows = rowsOf(bars.filter(({ assignment }) => assignment.duty === duty));
        return rows.length === 0 ? null : (
          <div key={duty} className="grid-lane">
            <span className="grid-duty">{t(`words:duty.${duty}`)}</span>
            <div className="grid-lane-rows">
              {rows.map((row) => (
                <TimelineRow key={row[0]?.assignment.id} bars={row} scale={scale} />
              ))}
              <i className="now" style={{ left: `${pointOf(scale, now)}%` }} />
              {moment ? <i className="grid-shown" style={{ left: `${pointOf(scale, Date.parse(moment))}%` }} /> : null}
            </div>
          </div>
        );
      })}
    </div>
  );
}

function TimelineRow({ bars, scale }: { bars: readonly Bar[]; scale: Scale }) {
  const { t } = useTranslation(["grids", "grid-drawer"]);
  return (
    <ol>
      {bars.map((bar) => {
        const { left, width } = placeOf(scale, bar);
        const { id, member, state, startsAt, endsAt, reason, endReason } = bar.assignment;
        const name = member ? `${member.name} ${member.badge}` : t("seat.outOfSight");
        const period = `${dayText(startsAt)} →${endsAt ? ` ${dayText(endsAt)}` : ""}`;
        return (
          <Tooltip
            key={id}
            title={
              <>
                <div>{name}</div>
                <div>
                  {period} · {t(`grid-drawer:timeline.state.${state}`)}
                </div>
                {[reason, endReason].map((each) => (each ? <div key={each}>{each}</div> : null))}
              </>
            }
          >
            <li className={looks[state]} style={{ left: `${left}%`, width: `${width}%` }}>
              <span className="grid-bar">
                {name} <span className="grid-period">{period}</span>
              </span>
            </li>
          </Tooltip>
        );
      })}
    </ol>
  );
}

const looks: Partial<Record<Assignment["state"], string>> = {
  PLANNED: "grid-planned",
  ENDED: "grid-ended",
};
