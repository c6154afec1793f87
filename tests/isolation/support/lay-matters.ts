import type { Put, Row } from "./rows.ts";

const lastYear = "2025-01-01";
const thisYear = "2026-01-01";

interface Station {
  audience: string;
  id: string;
  grid: string;
  officer: string;
}

/** A category that everyone sees. */
export async function layCategory(put: Put): Promise<string> {
  await put("number_series", "nobody", { year: 2026, last: 1 });
  return put("matter_categories", "all", { kind: "DISPUTE", revision: 1, position: 1, starts_at: lastYear });
}

/** A matter of the station, with a contact that nobody is told of unless it is opened. */
export async function layMatter(
  put: Put,
  { audience, id: station_id, grid, officer }: Station,
  category_id: string,
  registered_by: Row["id"],
) {
  const matter_id = await put("matters", audience, {
    kind: "DISPUTE",
    category_id,
    source: "WALK_IN",
    urgency: "ORDINARY",
    grid_id: grid,
    station_id,
    happened_at: thisYear,
    registered_at: thisYear,
    registered_by,
    first_receiver_id: officer,
    outcome: null,
    method: null,
  });
  await put("matter_pasts", audience, { matter_id, at: thisYear, station_id, grid_id: grid, outcome: null });
  await put("sealed_contacts", audience, { matter_id, role: "CALLER" });
  return matter_id;
}
