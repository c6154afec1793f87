import type { CalendarFieldsFragment, DayOpening } from "@maple-bridge/schema/documents";

type Day = CalendarFieldsFragment["days"][number];

export interface ShownDay {
  day: string;
  opening: DayOpening;
  /** Not as its weekday makes it. */
  isOther: boolean;
  name: string | null;
}

/** From Monday to Sunday. */
export const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;
const monthNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

export interface ShownMonth {
  month: (typeof monthNumbers)[number];
  days: ShownDay[];
}

/** Of a day of the calendar, whatever the browser's zone. */
export const weekdayOf = (day: string) => weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7]!;

export const usually = (day: string): DayOpening => (weekdayOf(day) < 5 ? "OPEN" : "CLOSED");

/** Month by month, from January on. */
export function monthsOf(year: number, days: readonly Day[]): ShownMonth[] {
  const others = new Map(days.map((each) => [each.day, each]));
  const shown = (day: string): ShownDay => {
    const other = others.get(day);
    return { day, opening: other?.opening ?? usually(day), isOther: other !== undefined, name: other?.name ?? null };
  };
  return monthNumbers.map((month) => {
    const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
    const dayAt = (index: number) => new Date(Date.UTC(year, month - 1, index + 1)).toISOString().slice(0, 10);
    return { month, days: Array.from({ length: count }, (_, index) => shown(dayAt(index))) };
  });
}

/** 510 is 08:30. */
export const clockOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

type Shifts = CalendarFieldsFragment["shifts"];

/** Where no calendar is published. */
const usualShifts: Shifts = [
  { startsMinute: 510, endsMinute: 720 },
  { startsMinute: 870, endsMinute: 1080 },
];

/** 08:30–12:00, and so on. */
export const shiftTexts = (revision: { shifts: Shifts } | null) =>
  (revision?.shifts ?? usualShifts).map(
    ({ startsMinute, endsMinute }) => `${clockOf(startsMinute)}–${clockOf(endsMinute)}`,
  );

/** 08:30 is 510, also in full width or without the nought; undefined where it is no time of day. */
export function minuteOf(text: string): number | undefined {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(text.normalize("NFKC").trim()) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && minutes <= 1440 ? minutes : undefined;
}
