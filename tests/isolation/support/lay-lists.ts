import type { Sql } from "postgres";
import { canary } from "./canaries.ts";
import type { Put } from "./rows.ts";

const lastYear = "2025-01-01";
const monday = "2025-12-29";

interface Station {
  audience: string;
  id: string;
  officer: string;
}

/** What the lists are called in the bureau and at a station, and the week of a member of each: signed, and reopened. */
export async function layLists(put: Put, sql: Sql, letter: string, stations: readonly Station[], accountId: string) {
  const scheme = { titles: ["canary", "canary", "canary"], sources: ["DUTIES", "WORK_DUE", "ACHIEVEMENTS"] };
  await put("list_schemes", "all", { ...scheme, station_id: null, revision: 1, starts_at: lastYear });
  for (const station of stations) {
    const { audience, id: station_id, officer: member_id } = station;
    await put("list_schemes", audience, { ...scheme, station_id, revision: 1, starts_at: lastYear });
    const of = { station_id, member_id, week_start: monday };
    const open = { signer: null, snapshot: null, digest: null };
    const review_id = await put("week_reviews", audience, { ...of, ...open, revision: 1, reopened_reason: null });
    const decided = { decision: "RETURNED", sequence: 1, decided_at: lastYear, decided_by: accountId };
    await put("review_lines", audience, { review_id, ...decided });
    await put("review_comments", audience, { review_id, said_at: lastYear, said_by: accountId });
    await put("review_looks", "nobody", { ...of, account_id: accountId, looked_at: lastYear });
    await sign(sql, review_id, accountId, canary({ bureau: letter, audience, place: "week_reviews.snapshot" }));
    await put("week_reviews", audience, { ...of, ...open, revision: 2, reopened_by: accountId });
  }
}

async function sign(sql: Sql, id: string, accountId: string, text: string) {
  const marks = { is_late: false, is_waiting: false, is_returned: false, is_late_entry: false, photos: 0 };
  const line = { key: text, source: "DUTIES", title: text, grid_name: text, changed_at: lastYear, ...marks };
  const snapshot = JSON.stringify({ station: text, lines: [line] });
  const counts = sql`done = 0, late = 0, missed = 0, returned = 0, waiting = 0`;
  await sql`
    update week_reviews set signed_at = ${lastYear}, signed_by = ${accountId}, signer = ${text}, ${counts}, snapshot = ${snapshot}::text::jsonb,
      digest = encode(sha256(convert_to((${snapshot}::text::jsonb)::text, 'UTF8')), 'hex') where id = ${id}`;
}
