import { newId } from "@maple-bridge/server/kernel/ids";
import type { Sql } from "postgres";
import { canary } from "./canaries.ts";
import type { Put, Row } from "./rows.ts";

const thisYear = "2026-01-01";
const duty = "RESPONSIBLE_OFFICER";

interface Station {
  audience: string;
  id: string;
  grid: string;
  officer: string;
}

interface Checklist {
  templateId: string;
  versionId: string;
  /** The codes of its items. */
  chosen: string;
  told: string;
  counted: string;
}

/** A checklist of the whole bureau that is in force, with what it asks for. */
export async function layChecklist(put: Put, sql: Sql, letter: string): Promise<Checklist> {
  const failing = canary({ bureau: letter, audience: "all", place: "checklist_items.choices" });
  const template_id = await put("checklist_templates", "all", { station_id: null });
  const version_id = await put("checklist_versions", "all", {
    template_id,
    number: 1,
    state: "DRAFT",
    on_closed_day: "KEEP",
    window_days: 7,
    grace_days: 1,
    late_days: 30,
    burden_minutes: 60,
    serves: null,
    is_reviewed: true,
    published_by: null,
  });
  const asked = { version_id, is_required: true, is_ours: false, finds: null };
  const chosen = await put("checklist_items", "all", {
    ...asked,
    position: 1,
    evidence: "CHOICE",
    choices: [failing, "no"],
    fails: "CHOSEN",
    failing_choices: [failing],
  });
  const told = { evidence: "TEXT", choices: null, fails: "NEVER", failing_choices: null };
  const text = await put("checklist_items", "all", { ...asked, ...told, position: 2 });
  const counting = { evidence: "COUNT", least: 0, most: 9, finds: "HAZARD" };
  const counted = await put("checklist_items", "all", { ...asked, ...told, ...counting, position: 3 });
  await put("checklist_owers", "all", { version_id, duty, grid_kind: null, complexity: null });
  await sql`
    update checklist_versions set state = 'PUBLISHED', starts_on = ${thisYear}, made_from = ${thisYear}, published_at = ${thisYear},
      published_by = note, note = note where id = ${version_id}`;
  const codes = await sql<
    { id: string; code: string }[]
  >`select id, code from checklist_items where version_id = ${version_id}`;
  const codeOf = (item: string) => codes.find(({ id }) => id === item)!.code;
  const answered = { chosen: codeOf(chosen), told: codeOf(text), counted: codeOf(counted) };
  return { templateId: template_id, versionId: version_id, ...answered };
}

/** A run of the station's seat, handed in, with the hazard that it has opened: known to who knows the item. */
export async function layRun(
  put: Put,
  { audience, id: station_id, grid, officer }: Station,
  { templateId: template_id, versionId, chosen, told, counted }: Checklist,
  matter_id: Row["id"],
) {
  const eventId = newId();
  const address = { grid_id: grid, duty, level: 3 };
  const step = { round: 1, cause: "JOB", source: "DESK", clock: null, feedback_type: null };
  const item_id = await put(
    "work_items",
    audience,
    {
      ...address,
      kind: "RUN",
      order_kind: null,
      card: null,
      outcome: null,
      feedback_type: null,
      urgency: "ORDINARY",
      station_id,
      issuer_unit_id: station_id,
      template_id,
      template_version_id: versionId,
      occurrence_on: thisYear,
      window_ends_on: thisYear,
      seat_duty: duty,
      grace_days: 0,
      late_days: 0,
      opens_at: thisYear,
      state: "SUBMITTED",
      state_since: thisYear,
      last_sequence: 1,
      last_event_at: thisYear,
      last_event_id: eventId,
    },
    (id) => [
      [
        "work_events",
        {
          ...address,
          ...step,
          id: eventId,
          item_id: id,
          sequence: 1,
          at: thisYear,
          action: "ISSUE",
          from_state: null,
          to_state: "SUBMITTED",
        },
      ],
    ],
  );
  const handed = { item_id, round: 1, submitted_at: thisYear, submitted_by: officer };
  const report_id = await put("run_reports", audience, { ...handed, version_id: versionId, visited_on: thisYear });
  const answer = { report_id, run_id: item_id, version_id: versionId };
  await put("run_answers", audience, { ...answer, code: chosen, told: null, is_failed: true });
  await put("run_answers", audience, { ...answer, code: told, choice: null, is_failed: false, wrong: null });
  const found = { code: counted, told: null, choice: null, is_failed: false, wrong: null, count: 1, found: ["canary"] };
  await put("run_answers", audience, { ...answer, ...found });
  await put("run_hazards", audience, { run_id: item_id, code: chosen, matter_id });
  const batch = { template_id, version_id: versionId, occurrence_on: thisYear, station_id, runs: 1, is_last: true };
  await put("checklist_batches", "nobody", { ...batch, made_at: thisYear });
}
