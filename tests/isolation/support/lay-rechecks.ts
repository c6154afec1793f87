import { createHash } from "node:crypto";
import { canary } from "./canaries.ts";
import type { Put, Row } from "./rows.ts";

const [thisYear, month] = ["2026-01-01", "2026-01-01"];

interface Station {
  audience: string;
  id: string;
  officer: string;
  auxiliary: string;
}

/** Of each station a piece of work that was drawn to be checked again, and what was found; and how many are drawn. */
export async function layRechecks(
  put: Put,

  { letter, rows }: { letter: string; rows: readonly Row[] },
  stations: readonly Station[],
  accountId: string,
) {
  await put("recheck_quotas", "all", { station_id: null, per_month: 3 });
  for (const station of stations) {
    const { audience, id: station_id, officer: done_by_id, auxiliary: checker_id } = station;
    await put("recheck_quotas", audience, { station_id, per_month: 1 });
    const item_id = rows.find((row) => row.table === "work_items" && row.audience === audience)!.id;
    const pool = canary({ bureau: letter, audience, place: "recheck_draws.pool" });
    const seed = createHash("sha256").update(pool).digest("hex");
    const counts = { asked: 1, candidates: 1, checkers: 1, drawn: 1, passed_over: 0 };
    const draw = {
      station_id,
      month,
      number: 1,
      ...counts,
      seed,
      pool,
      digest: seed,
      drawn_at: thisYear,
      drawn_by: null,
    };
    const draw_id = await put("recheck_draws", audience, draw);
    const of = { draw_id, station_id, month, place: 1, item_id, round: 1, closed_on: thisYear };
    const recheck_id = await put("rechecks", audience, { ...of, done_by_id, checker_id, turn: 1 });
    const said = { outcome: "CONFIRMED", checked_at: thisYear, checked_by: accountId, rectification_id: null };
    await put("recheck_results", audience, { recheck_id, revision: 1, reason: null, ...said });
    await put("recheck_results", audience, { recheck_id, revision: 2, ...said });
  }
}
