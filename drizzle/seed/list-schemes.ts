import { startOf } from "./days.ts";
import type { Draft, ListPreset, Unit } from "./draft.ts";
import { later } from "./log/office-hours.ts";

/** The day after the duty catalogue was set. */
const setOn = "2025-11-13";
const halfPastNine = 9 * 60 + 30;

/** What the station calls its three lists, and what each is made of. */
export function setListScheme(draft: Draft, station: Unit, preset: ListPreset): void {
  const startsAt = later(new Date(startOf(setOn)), halfPastNine + 5 * draft.listSchemes.length).toISOString();
  draft.listSchemes.push({
    ...draft.listSchemeOf(preset),
    ...{ id: draft.newId(Date.parse(startsAt)), stationId: station.id, revision: 1, startsAt, createdAt: startsAt },
  });
}
