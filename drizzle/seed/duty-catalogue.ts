import { startOf } from "./days.ts";
import type { Draft, DutyPreset, Unit } from "./draft.ts";
import { later } from "./log/office-hours.ts";

/** Two days after the calendar was published. */
const setOn = "2025-11-12";
const nineOClock = 9 * 60;

/** The presets, one after another: of one station, or of the bureau. */
export function setDuties(draft: Draft, station: Unit | null, presets: readonly DutyPreset[]): void {
  const { newId, dutyLinesOf, dutyLines } = draft;
  for (const preset of presets) {
    const commands = new Set(dutyLines.map(({ startsAt }) => startsAt)).size;
    const startsAt = later(new Date(startOf(setOn)), nineOClock + 2 * commands).toISOString();
    const place = { stationId: station?.id ?? null, isSetAside: false };
    for (const line of dutyLinesOf(preset))
      dutyLines.push({
        ...line,
        ...place,
        id: newId(Date.parse(startsAt)),
        revision: 1,
        startsAt,
        createdAt: startsAt,
      });
  }
}
