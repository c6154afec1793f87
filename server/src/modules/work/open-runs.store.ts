import type { Transaction } from "#kernel/command";
import { newId } from "#kernel/ids";
import { inCommand, raw, readingIn, sql as fragment } from "#kernel/read";
import type { Duty } from "#modules/grids";
import { answerersOf } from "./answering.rows.ts";
import { usualWarning } from "./clock.store.ts";
import { doerOf } from "./doer.ts";

/** What the runs of a checklist that open on a day have in common. */
export interface RunsToOpen {
  templateId: string;
  templateVersionId: string;
  occurrenceOn: string;
  windowEndsOn: string;
  graceDays: number;
  lateDays: number;
  title: string;
  burdenMinutes: number;
  photosAtLeast: number;
  stationId: string;
  issuerUnitId: string;
  opensAt: Date;
  dueAt: Date;
}

/** A seat that owes one. */
export interface RunPlace {
  number: string;
  gridId: string;
  duty: Duty;
  level: number;
}

const minuteMs = 60_000;
const nobody = fragment`null::uuid`;

/**
 * Opens a run for each of the seats that has none of the day yet, with its clock and its first event, which tells who answered then.
 * One statement for all of them: a bureau opens as many at once as it has seats. Gives the ids of those opened, by their numbers.
 */
export async function openRuns(tx: Transaction, run: RunsToOpen, places: readonly RunPlace[]): Promise<string[]> {
  const { sql, bureauId, now } = tx;
  const budget = Math.round((run.dueAt.getTime() - run.opensAt.getTime()) / minuteMs);
  const warnAt = new Date(run.dueAt.getTime() - (budget * usualWarning * minuteMs) / 100);
  const { accountId, actorName, actorMemberId, cause, source } = doerOf(tx, []);
  const rows = places.map((place) => ({ ...place, id: newId(now.getTime()), eventId: newId(), clockId: newId() }));
  const answering = answerersOf({ gridId: raw("p.grid_id"), duty: raw("p.duty"), memberId: nobody }, readingIn(tx));
  const made = await sql<{ id: string }[]>`
    with place as (
      select * from jsonb_to_recordset(${sql.json(rows as never)})
        as p ("id" uuid, "eventId" uuid, "clockId" uuid, number text, "gridId" uuid, duty text, level smallint)
    ), made as (
      insert into work_items (bureau_id, id, number, kind, template_id, template_version_id, occurrence_on, seat_duty, window_ends_on, grace_days, late_days,
        station_id, grid_id, duty, level, issuer_unit_id, urgency, title, photos_at_least, burden_minutes, opens_at, state, state_since,
        next_due_at, warn_at, tick_at, due_on, last_sequence, last_event_at, last_event_id, created_at)
      select ${bureauId}, p.id, p.number, 'RUN', ${run.templateId}, ${run.templateVersionId}, ${run.occurrenceOn}, p.duty, ${run.windowEndsOn},
        ${run.graceDays}, ${run.lateDays}, ${run.stationId}, p."gridId", p.duty, p.level, ${run.issuerUnitId}, 'ORDINARY', ${run.title},
        ${run.photosAtLeast}, ${run.burdenMinutes}, ${run.opensAt}, 'ACCEPTED', ${now}, ${run.dueAt}, ${warnAt}, ${warnAt}, ${run.windowEndsOn},
        1, ${now}, p."eventId", ${now}
      from place p
      on conflict (bureau_id, template_id, occurrence_on, grid_id, seat_duty) where kind = 'RUN' do nothing
      returning id, number
    ), events as (
      insert into work_events (bureau_id, id, item_id, sequence, at, action, to_state, round, account_id, actor_name, actor_member_id, cause, source, answered_by_id, on_behalf_of_id,
        grid_id, duty, level)
      select ${bureauId}, p.event_id, p.id, 1, ${now}, 'ISSUE', 'ACCEPTED', 1, ${accountId}, ${actorName}, ${actorMemberId}, ${cause}, ${source}, a.member_id,
        case when a.holder_id <> a.member_id then a.holder_id end, p.grid_id, p.duty, p.level
      from (select s.id, s."eventId" as event_id, s."gridId" as grid_id, s.duty, s.level from place s join made using (id)) p
      left join lateral (
        select x.holder_id, x.member_id from ${inCommand(tx, answering)} x where x.member_id is not null order by x.since, x.holder_id limit 1) a on true
    ), clocks as (
      insert into work_clocks (bureau_id, id, item_id, clock, round, unit, started_at, started_sequence, budget, due_at, warn_at)
      select ${bureauId}, p."clockId", p.id, 'FEEDBACK', 1, 'MINUTES', ${run.opensAt}, 1, ${budget}, ${run.dueAt}, ${warnAt}
      from place p join made using (id)
    )
    select id from made order by number`;
  return made.map(({ id }) => id);
}
