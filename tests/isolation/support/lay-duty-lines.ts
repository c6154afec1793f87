import type { Put } from "./rows.ts";

const lastYear = "2025-01-01";

interface Station {
  audience: string;
  id: string;
}

/** The bureau's line, a line of each station, and what the first station was given from the second: whoever reaches the first sees it there. */
export async function layDutyLines(put: Put, [first, second]: readonly [Station, Station]) {
  const owner = { duty: "AUXILIARY", grid_kind: null, unit_kind: null, serves: null };
  const line = { ...owner, revision: 1, position: 1, is_set_aside: false, is_ours: false, starts_at: lastYear };
  const copying = { copied_at: lastYear, lines_set: 1, lines_ended: 0 };
  const given = (to: Station, from: Station) =>
    put("duty_catalogue_copies", to.audience, { ...copying, station_id: to.id, model_id: from.id });
  const copy_id = await given(first, second);
  await given(second, first);
  await put("duty_lines", "all", { ...line, station_id: null, copy_id: null });
  await put("duty_lines", first.audience, { ...line, station_id: first.id, copy_id });
  await put("duty_lines", "guest", { ...line, station_id: second.id, copy_id: null });
}
