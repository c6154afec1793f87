import { useTranslation } from "react-i18next";
import { type ShownDay, type ShownMonth, weekdayOf, weekdays } from "./year.ts";

interface MonthGridProps extends ShownMonth {
  onChange: ((day: ShownDay) => void) | undefined;
}

export function MonthGrid({ month, days, onChange }: MonthGridProps) {
  const { t } = useTranslation("calendar");
  const name = t(`month.${month}`);
  return (
    <table className="calendar-month" aria-label={name}>
      <caption>{name}</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {t(`weekday.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week) => (
          <tr key={week.find(Boolean)!.day}>
            {week.map((day, weekday) => (
              <td key={weekdays[weekday]}>{day ? <DayCell shown={day} onChange={onChange} /> : null}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ shown, onChange }: { shown: ShownDay; onChange: MonthGridProps["onChange"] }) {
  const { t } = useTranslation("calendar");
  const { day, opening, isOther, name } = shown;
  const words = isOther ? t(opening === "OPEN" ? "legend.madeUp" : "legend.off") : t(`opening.${opening}`);
  const told = [day, words, name].filter(Boolean).join(" ");
  const className = `calendar-day ${classOf(shown)}`;
  const number = Number(day.slice(8));
  const content = (
    <>
      <span aria-hidden="true">
        {number}
        {isOther ? <small>{name ?? words}</small> : null}
      </span>
      <span className="unseen">{told}</span>
    </>
  );
  if (onChange)
    return (
      <button type="button" className={className} title={told} onClick={() => onChange(shown)}>
        {content}
      </button>
    );
  return (
    <span className={className} title={told}>
      {content}
    </span>
  );
}

function classOf({ opening, isOther }: ShownDay) {
  if (isOther) return opening === "OPEN" ? "calendar-made-up" : "calendar-off";
  return opening === "OPEN" ? "" : "calendar-weekend";
}

/** Seven places each, from Monday on; empty where another month's days stand. */
function weeksOf(days: readonly ShownDay[]): (ShownDay | undefined)[][] {
  const before = weekdayOf(days[0]!.day);
  const weeks = Math.ceil((before + days.length) / 7);
  return Array.from({ length: weeks }, (_, week) => weekdays.map((weekday) => days[week * 7 + weekday - before]));
}
