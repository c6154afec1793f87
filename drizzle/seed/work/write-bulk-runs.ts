import type { TransactionSql } from "postgres";
import { addDays, startOf } from "../days.ts";
import * as tables from "../../tables/index.ts";
import { asTable, columnsOf, type Shape } from "../as-columns.ts";
import { insertMany, oneAhead } from "../insert-many.ts";
import type { BulkRun, BulkRuns } from "./bulk-runs.ts";

const runsAtOnce = 4_000;
/** In hundredths, of a due time that was set by hand. */
const warning = 0.2;

/** A few statements for thousands of runs, with all that hangs on them. */
export async function writeBulkRuns(
  sql: TransactionSql,
  bureauId: string,
  { checklist, duty, runs }: BulkRuns,
  issuerId: string,
) {
  const { of, template, version } = checklist;
  const { windowDays, graceDays, lateDays, burdenMinutes, isReviewed } = of.content;
  const common = {
    ...{ bureauId, templateId: template.id, versionId: version.id, title: of.name, duty, graceDays, lateDays },
    ...{ burdenMinutes, isReviewed, budget: windowDays * 1_440, issuer: template.stationId ?? issuerId },
  };
  await oneAhead(runs, runsAtOnce, async (portion) => {
    const rows = portion.map((run) => rowOf(run, { windowDays, isReviewed }));
    await sql.unsafe(items, [JSON.stringify([common]), ...columnsOf(shape, rows)], { prepare: true });
    await writeReports(sql, bureauId, version.id, portion);
  });
}

/** Only once the runs are there: a report is held to its run's version. */
async function writeReports(sql: TransactionSql, bureauId: string, versionId: string, runs: readonly BulkRun[]) {
  const reports = runs.flatMap(({ id: itemId, submitted }) => {
    if (!submitted) return [];
    const { reportId: id, at: submittedAt, memberId: submittedBy } = submitted;
    return [{ id, itemId, round: 1, versionId, submittedAt, submittedBy }];
  });
  const answers = runs.flatMap(({ id: runId, submitted }) =>
    (submitted?.answers ?? []).map((answer) =>
      Object.assign({ reportId: submitted!.reportId, runId, versionId, isFailed: false }, answer),
    ),
  );
  await insertMany(sql, tables.runReports, bureauId, reports);
  await insertMany(sql, tables.runAnswers, bureauId, answers);
}

function rowOf(
  { on, submitted, closed, missed, ...run }: BulkRun,
  { windowDays, isReviewed }: { windowDays: number; isReviewed: boolean },
) {
  const ends = addDays(on, windowDays - 1);
  const opens = new Date(startOf(on));
  const due = new Date(startOf(addDays(ends, 1)));
  const warn = new Date(due.getTime() - (due.getTime() - opens.getTime()) * warning);
  return {
    ...run,
    ...{ day: on, ends, opens, due, warn, state: stateOf({ submitted, closed, missed }, isReviewed) },
    ...(submitted && {
      ...{ s_at: submitted.at, s_event: submitted.eventId, s_account: submitted.accountId, s_name: submitted.name },
      ...{ s_member: submitted.memberId, s_behalf: submitted.onBehalfOfId, s_answered: submitted.answeredById },
      report: submitted.reportId,
    }),
    ...(closed && {
      ...{ c_at: closed.at, c_event: closed.eventId, c_account: closed.accountId, c_name: closed.name },
      ...{ c_answered: closed.answeredById },
    }),
    ...(missed && {
      ...{ m_at: missed.at, m_event: missed.eventId, m_answered: missed.answeredById, m_behalf: missed.onBehalfOfId },
    }),
  };
}

function stateOf({ submitted, closed, missed }: Pick<BulkRun, "submitted" | "closed" | "missed">, isReviewed: boolean) {
  if (missed) return "MISSED";
  if (closed || (submitted && !isReviewed)) return "CLOSED";
  return submitted ? "SUBMITTED" : "ACCEPTED";
}

const shape = {
  ...{ id: "uuid", number: "text", stationId: "uuid", gridId: "uuid", level: "smallint", madeAt: "timestamptz" },
  ...{ eventId: "uuid", clockId: "uuid", answeredById: "uuid", onBehalfOfId: "uuid", day: "date", ends: "date" },
  ...{ opens: "timestamptz", due: "timestamptz", warn: "timestamptz", state: "text", s_at: "timestamptz" },
  ...{ s_event: "uuid", s_account: "uuid", s_name: "text", s_member: "uuid", s_behalf: "uuid", s_answered: "uuid" },
  ...{ report: "uuid", c_at: "timestamptz", c_event: "uuid", c_account: "uuid", c_name: "text", c_answered: "uuid" },
  ...{ m_at: "timestamptz", m_event: "uuid", m_answered: "uuid", m_behalf: "uuid" },
} as const satisfies Shape;

const items = `
with c as materialized (
  select * from json_to_recordset($1::text::json) as c ("bureauId" uuid, "templateId" uuid, "versionId" uuid, title text, duty text, "graceDays" smallint, "lateDays" smallint,
    "burdenMinutes" int, "isReviewed" boolean, budget int, issuer uuid)
), r as materialized (
  select * from ${asTable(shape, 2)}, c
), stepped as materialized (
  select r.*, case when "isReviewed" then c_at else s_at end as ended_at from r
), items as (
  insert into work_items (bureau_id, id, number, kind, template_id, template_version_id, occurrence_on, seat_duty, window_ends_on, grace_days, late_days,
    station_id, grid_id, duty, level, issuer_unit_id, urgency, title, burden_minutes, opens_at, state, state_since, next_due_at, warn_at, tick_at, due_on,
    closed_at, closed_on, outcome, is_late, missed_at, submitted_by, feedback_type, feedback_id, last_sequence, last_event_at, last_event_id, version, created_at)
  select "bureauId", id, number, 'RUN', "templateId", "versionId", day, duty, ends, "graceDays", "lateDays",
    "stationId", "gridId", duty, level, issuer, 'ORDINARY', title, "burdenMinutes", opens, state, coalesce(m_at, c_at, s_at, "madeAt"),
    case state when 'ACCEPTED' then due end, case state when 'ACCEPTED' then warn end, case state when 'ACCEPTED' then warn end, case state when 'ACCEPTED' then ends end,
    case state when 'CLOSED' then ended_at end, case state when 'CLOSED' then (ended_at at time zone 'Asia/Shanghai')::date end,
    case state when 'CLOSED' then 'ACCEPTED' end, state = 'MISSED', m_at, s_member, case when report is not null then 'RunReport' end, report,
    case when c_event is not null then 3 when s_event is not null or m_event is not null then 2 else 1 end,
    coalesce(m_at, c_at, s_at, "madeAt"), coalesce(m_event, c_event, s_event, "eventId"),
    case when c_event is not null then 3 when s_event is not null or m_event is not null then 2 else 1 end, "madeAt"
  from stepped
), made as (
  insert into work_events (bureau_id, id, item_id, sequence, at, action, to_state, round, actor_name, cause, source, answered_by_id, on_behalf_of_id, grid_id, duty, level)
  select "bureauId", "eventId", id, 1, "madeAt", 'ISSUE', 'ACCEPTED', 1, '系统', 'JOB', 'DESK', "answeredById", "onBehalfOfId", "gridId", duty, level from r
), submitted as (
  insert into work_events (bureau_id, id, item_id, sequence, at, action, from_state, to_state, round, account_id, actor_name, actor_member_id, on_behalf_of_id, cause, source,
    answered_by_id, grid_id, duty, level, feedback_type, feedback_id)
  select "bureauId", s_event, id, 2, s_at, 'SUBMIT', 'ACCEPTED', case when "isReviewed" then 'SUBMITTED' else 'CLOSED' end, 1, s_account, s_name, s_member, s_behalf, 'PERSON', 'PHONE',
    s_answered, "gridId", duty, level, 'RunReport', report from r where s_event is not null
), closed as (
  insert into work_events (bureau_id, id, item_id, sequence, at, action, from_state, to_state, round, account_id, actor_name, cause, source, answered_by_id, grid_id, duty, level)
  select "bureauId", c_event, id, 3, c_at, 'CLOSE', 'SUBMITTED', 'CLOSED', 1, c_account, c_name, 'PERSON', 'DESK', c_answered, "gridId", duty, level from r where c_event is not null
), missed as (
  insert into work_events (bureau_id, id, item_id, sequence, at, happened_at, action, from_state, to_state, round, actor_name, cause, source, answered_by_id, on_behalf_of_id,
    grid_id, duty, level, clock)
  select "bureauId", m_event, id, 2, m_at, m_at, 'MISS', 'ACCEPTED', 'MISSED', 1, '系统', 'JOB', 'DESK', m_answered, m_behalf, "gridId", duty, level, 'FEEDBACK' from r where m_event is not null
), clocks as (
  insert into work_clocks (bureau_id, id, item_id, clock, round, unit, started_at, started_sequence, budget, due_at, warn_at, satisfied_at, breached_at, void_at)
  select "bureauId", "clockId", id, 'FEEDBACK', 1, 'MINUTES', opens, 1, budget, due, warn, s_at, case when m_at is not null then due end, m_at from r
), ticks as (
  insert into work_ticks (bureau_id, item_id, clock_id, clock, round, level, kind, at, told_at)
  select "bureauId", id, "clockId", 'FEEDBACK', 1, level, 'MISSED', m_at, m_at from r where m_at is not null
)
select`;
