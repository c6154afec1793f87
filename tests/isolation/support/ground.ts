import { newId } from "@maple-bridge/server/kernel/ids";
import type { Sql } from "postgres";
import { layDutyLines } from "./lay-duty-lines.ts";
import { layWork, rule } from "./ground-work.ts";
import { layChecklist, layRun } from "./lay-checklists.ts";
import { layLists } from "./lay-lists.ts";
import { layRechecks } from "./lay-rechecks.ts";
import { layCategory, layMatter } from "./lay-matters.ts";
import { type Put, putter, type Row, type Values } from "./rows.ts";

const [lastYear, thisYear] = ["2025-01-01", "2026-01-01"];

/** A station with all that hangs on it. */
export interface Station {
  audience: "s1" | "s2";
  id: string;
  policeRoom: string;
  grid: string;
  officer: string;
  auxiliary: string;
}

export interface Ground {
  letter: string;
  id: string;
  code: string;
  rootId: string;
  stations: [Station, Station];
  rows: Row[];
  put: Put;
}

/**
 * A bureau with two stations, rows in every table and a canary in every text. What is not given here is filled by the
 * catalogue, so a new column is covered by itself; a new table, or a column that no canary fits, must be given.
 * Audiences: `all` of the bureau, who reaches station `s1` or `s2` or its police room `p1`, the `log`'s and the `imports`' readers, and who makes `drafts`.
 */
export async function layGround(sql: Sql, letter: string): Promise<Ground> {
  const id = newId();
  const code = `canary-${letter}-all-code`;
  await sql`select set_config('maple.bureau_id', ${id}, false)`;
  const { put, rows } = await putter(sql, { letter, id });
  await put("bureaus", "all", { code });
  const rootId = await put("units", "root", { parent_id: null, kind: "BUREAU", level: 0, template: null });
  const division = await layBureau(put, letter);
  const calendar = await layCalendar(put, "all", 1);
  await sql`update calendar_revisions set state = 'PUBLISHED', published_at = ${thisYear} where bureau_id = ${id} and id = ${calendar}`;
  await layCalendar(put, "drafts", 2);
  const stations = [
    await layStation(put, "s1", rootId, division),
    await layStation(put, "s2", rootId, division),
  ] as const;
  await crossOver(put, ...stations);
  const accountId = await layAccounts(put, stations[1]);
  await put("deadline_rules", "all", rule);
  for (const station of stations) {
    await layWork(put, station, rootId, accountId);
    const shared = { account_id: accountId, unit_id: station.id, deleted_at: null, columns: ["canary"] };
    await put("list_views", station.audience, shared);
  }
  const category = await layCategory(put);
  const checklist = await layChecklist(put, sql, letter);
  for (const station of stations)
    await layRun(put, station, checklist, await layMatter(put, station, category, accountId));
  await layDutyLines(put, stations);
  await layLists(put, sql, letter, stations, accountId);
  await layRechecks(put, { letter, rows }, stations, accountId);
  const check = await put("audit_chain_checks", "log", { at: thisYear, origin: "ASKED", account_id: accountId });
  await put("audit_chain_results", "log", {
    id: check,
    finished_at: thisYear,
    milliseconds: 1,
    whole_since: thisYear,
    // Of a log without rows: of a row it would have to tell the hash.
    after_sequence: 0,
    through_sequence: 0,
    entries: 0,
    is_cut_short: false,
    broken_at: null,
  });
  await put("stored_files", "nobody", { laid_at: thisYear });
  const idOf = (table: string) => rows.find((row) => row.table === table)!.id;
  await put("ledger_rows", "nobody", { run_id: idOf("import_runs"), row: 2, matter_id: idOf("matters") });
  for (const row of [...rows]) if (row.table !== "bureaus") await layHistory(put, row);
  return { letter, id, code, rootId, stations: [...stations], rows, put };
}

async function layBureau(put: Put, letter: string) {
  const digits = String(letter.charCodeAt(0));
  const county = await put("divisions", "all", {
    parent_id: null,
    code: `410${digits.padStart(3, "0")}`,
    kind: "COUNTY",
  });
  for (const duty of ["RESPONSIBLE_OFFICER", "AUXILIARY"])
    await put("duty_holders", "all", { duty, member_kind: duty === "AUXILIARY" ? "AUXILIARY" : "OFFICER" });
  const standard = { complexity: "ORDINARY", at_least: 1, starts_at: lastYear };
  for (const duty of ["RESPONSIBLE_OFFICER", "AUXILIARY", "MEDIATOR"])
    await put("staffing_standards", "all", { ...standard, grid_kind: "VILLAGE", duty });
  return put("divisions", "all", { parent_id: county, code: `410${digits.padStart(3, "0")}001001`, kind: "VILLAGE" });
}

async function layCalendar(put: Put, audience: string, number: number): Promise<string> {
  const revision = { number, state: "DRAFT", announced_years: [2026] };
  const revision_id = await put("calendar_revisions", audience, revision);
  await put("calendar_shifts", audience, { revision_id, starts_minute: 510, ends_minute: 720 });
  await put("calendar_days", audience, { revision_id, day: "2026-03-03", opening: "CLOSED" });
  return revision_id;
}

/** What always was so, and is still. */
const asAlways = (table: string, owner: string, facts: Values) => (id: string) =>
  [[table, { ...facts, [owner]: id, starts_on: "-infinity" }]] as const;

/** What was another one's until this year. */
const asSince = (table: string, owner: string, past: Values, facts: Values) => (id: string) =>
  [
    [table, { ...past, [owner]: id, starts_on: "-infinity", ends_on: thisYear }],
    [table, { ...facts, [owner]: id, starts_on: thisYear }],
  ] as const;

export const inUnit = (unit_id: string) => asAlways("member_units", "member_id", { unit_id });

async function layStation(put: Put, audience: "s1" | "s2", parent_id: string, division_id: string): Promise<Station> {
  const room = audience === "s1" ? "p1" : "p2";
  const id = await put("units", audience, {
    parent_id,
    kind: "STATION",
    level: 1,
    template: "TWO_TEAMS_ONE_ROOM",
    opened_on: lastYear,
  });
  const policeRoom = await put("units", room, { parent_id: id, kind: "POLICE_ROOM", level: 2, template: null });
  const grid = await put(
    "grids",
    audience,
    { division_id, opened_on: lastYear, households: 10, counted_year: 2025 },
    asAlways("grid_facts", "grid_id", { station_id: id, police_room_id: policeRoom, kind: "VILLAGE" }),
  );
  await put(
    "grids",
    audience,
    { opened_on: lastYear },
    asAlways("grid_facts", "grid_id", { station_id: id, kind: "ENTERPRISE" }),
  );
  const officer = await put("members", audience, { kind: "OFFICER", joined_on: lastYear }, inUnit(id));
  const auxiliary = await put("members", audience, { kind: "AUXILIARY", joined_on: lastYear }, inUnit(id));
  await put("members", room, { kind: "MEDIATOR" }, inUnit(policeRoom));
  await put("service_breaks", audience, { member_id: officer, starts_on: "2025-03-01", ends_on: "2025-03-05" });
  await put("assignments", audience, {
    grid_id: grid,
    member_id: officer,
    duty: "RESPONSIBLE_OFFICER",
    starts_at: thisYear,
  });
  await put("assignments", audience, { grid_id: grid, member_id: auxiliary, duty: "AUXILIARY", starts_at: thisYear });
  await put("absences", audience, { member_id: auxiliary, substitute_id: officer, starts_at: thisYear });
  return { audience, id, policeRoom, grid, officer, auxiliary };
}

/** What ties the stations together: a grid and an officer that came from the other one, a seat held in the past by a member out of sight, and a substitute out of sight. */
async function crossOver(put: Put, first: Station, second: Station) {
  for (const [at, other] of [
    [first, second],
    [second, first],
  ] as const) {
    const past = { duty: "RESPONSIBLE_OFFICER", starts_at: lastYear, ends_at: "2025-06-01" };
    await put("assignments", at.audience, { grid_id: at.grid, member_id: other.officer, ...past });
    await put(
      "grids",
      at.audience,
      { opened_on: lastYear },
      asSince(
        "grid_facts",
        "grid_id",
        { station_id: other.id, police_room_id: other.policeRoom, kind: "ENTERPRISE" },
        { station_id: at.id, kind: "ENTERPRISE" },
      ),
    );
    await put(
      "members",
      at.audience,
      { kind: "VOLUNTEER" },
      asSince("member_units", "member_id", { unit_id: other.id }, { unit_id: at.id }),
    );
    await put("absences", at.audience, {
      member_id: at.officer,
      substitute_id: other.officer,
      starts_at: lastYear,
      ends_at: "2025-02-01",
    });
  }
  const guest = await put("members", "guest", { kind: "AUXILIARY" }, inUnit(second.id));
  await put("assignments", first.audience, {
    grid_id: first.grid,
    member_id: guest,
    duty: "AUXILIARY",
    starts_at: thisYear,
  });
}

/** An account that nobody of the suite signs in with, and what hangs on it. */
async function layAccounts(put: Put, station: Station) {
  const audience = "accounts";
  const account_id = await put("accounts", audience, { member_id: station.officer });
  await put("role_grants", audience, { account_id, unit_id: station.id, role: "STATION_CHIEF" });
  await put("sessions", audience, { account_id, expires_at: "2099-01-01", last_seen_at: "2098-12-31T23:30:00Z" });
  await put("api_tokens", audience, { account_id, scope: "READ", created_at: thisYear, expires_at: "2026-12-31" });
  await put("consents", audience, {
    account_id,
    kind: "RESET_PASSWORD",
    role: null,
    unit_id: null,
    requested_by: account_id,
    requested_at: thisYear,
    expires_at: "2099-01-01",
  });
  await put("list_preferences", "nobody", { account_id, default_view_id: null, columns: ["canary"] });
  await put("list_exports", audience, {
    account_id,
    state: "WAITING",
    total_rows: 1,
    asked: { list: "canary" },
    format: "csv",
    finished_at: null,
  });
  await put("list_views", "nobody", { account_id, unit_id: null, deleted_at: null, columns: ["canary"] });
  await put("known_devices", "nobody", { account_id, last_used_at: thisYear });
  await put("password_tries", "nobody", { subject_id: account_id, tries: 1, tried_at: thisYear });
  await put("idempotency_keys", "nobody", { account_id });
  await put("outbox_events", "nobody", { at: thisYear, entity_id: account_id });
  const run_id = await put("import_runs", "imports", {
    account_id,
    kind: "GRIDS",
    status: "CHECKED",
    total_rows: 1,
    error_count: 1,
    columns: ["canary"],
    preview: [{ row: 2, cells: ["canary"] }],
    mapping: { 0: "canary" },
    summary: {},
    sheets: [{ name: "canary", isHidden: false, totalRows: 1, problem: { "zh-CN": "canary", en: "canary" } }],
    sheet: 0,
    notes: [{ code: "NOTE_COMMENTS", params: { count: 1 }, message: { "zh-CN": "canary", en: "canary" } }],
    creations: [{ kind: "STATION", name: "canary", code: null, rows: 1, likes: ["canary"], isAsked: true }],
    options: { stationId: "canary", names: [{ written: "canary", means: "canary" }], blanks: ["canary"] },
    causes: [
      {
        ...{ code: "UNKNOWN_WORD", column: "canary", value: "canary", count: 1, places: "2" },
        message: { "zh-CN": "canary", en: "canary" },
        fix: { kind: "NAME", isSuggested: false, written: "canary", means: "canary" },
      },
    ],
  });
  await put("import_errors", "imports", { run_id, position: 0, row: 2, message: { "zh-CN": "canary", en: "canary" } });
  await put("import_made", "nobody", {
    run_id,
    position: 0,
    list: "createdMembers",
    rows: [{ id: run_id, print: "canary" }],
  });
  await put("import_file_portions", "nobody", { run_id, position: 0, sheet: 0 });
  return account_id;
}

/** What a server that starts would see to: it is laid when one has started. */
export async function layUnrecorded({ put, rows }: Pick<Ground, "put" | "rows">) {
  const run_id = rows.find(({ table }) => table === "import_runs")!.id;
  const by = { accountId: null, actorName: "canary", requestId: "canary" };
  await put("import_deeds", "nobody", { run_id, position: 0, list: "createdGrids", rows: [], at: thisYear, by });
}

/** Types that show their history; of other rows it stands in the log alone. */
const withHistory = new Set([
  "units",
  "divisions",
  "members",
  "grids",
  "assignments",
  "staffing_standards",
  "accounts",
  "work_items",
  "matters",
  "matter_categories",
  "duty_lines",
  "duty_catalogue_copies",
  "checklist_templates",
  "list_schemes",
  "recheck_draws",
  "recheck_quotas",
  "rechecks",
  "week_reviews",
]);

const layHistory = (put: Put, { table, id, audience }: Row) =>
  put("audit_entries", withHistory.has(table) ? audience : "log", { at: thisYear, entity_id: id, account_id: null });
