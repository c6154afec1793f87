import { newId } from "@maple-bridge/server/kernel/ids";
import { holderJson, inForce, today } from "./seats.ts";
import { hasLeft } from "./work.ts";
import { writtenTogether } from "./written-together.ts";

const absence = (member: string) =>
  `absences b where b.bureau_id = $1::uuid and b.member_id = ${member} and ${inForce("b")}`;

/** Who stands in for a holder `h` who is away: the one at the end of the substitutes, who is there and may hold the duty. */
const standIn = `(
  with recursive chain (member_id, path) as (
    select h.member_id, array[h.member_id]
    union all select b.substitute_id, chain.path || b.substitute_id from chain join ${absence("chain.member_id").replace(" where ", " on ")} and b.substitute_id <> all(chain.path)
  ) select m.id from chain join members m on m.bureau_id = $1::uuid and m.id = chain.member_id where not ${hasLeft} and not exists (select from ${absence("m.id")})
    and exists (select from duty_holders d where d.bureau_id = $1::uuid and d.duty = h.duty and d.member_kind = m.kind))`;

/**
 * The same rows as our command leaves behind: item, event, clocks, the matter's count, audit row (chained by the same trigger), outbox
 * row and key. The rule's times are in minutes round the clock.
 */
const text = `
  with asked as materialized (
    select a.*, row_number() over (partition by a."matterId" order by a.n)::int as nth
    from jsonb_to_recordset($2::text::jsonb) as a (n int, id uuid, "matterId" uuid, "gridId" uuid, title text, "issuerUnitId" uuid, "accountId" uuid, actor text,
      key text, hash text, "entryId" uuid, "eventId" uuid, "announceId" uuid, "acceptId" uuid, "feedbackId" uuid, "closeId" uuid, request text, at timestamptz)
  ), counted as (
    update matters m set items = m.items + c.added from (select "matterId", count(*)::int as added from asked group by 1) c
    where m.bureau_id = $1::uuid and m.id = c."matterId" and m.outcome is null returning m.id, m.number, m.urgency, m.items - c.added as before
  ), drafted as materialized (
    select a.*, m.number || '-' || m.before + a.nth as number, m.urgency, f.station_id, f.level, g.code, r.id as rule_id, (select c.id from calendar_revisions c where c.bureau_id = $1::uuid and c.state = 'PUBLISHED' order by c.number desc limit 1) as calendar_id, r.warn_at_percent,
      r.accept_within, r.feedback_within, r.close_within, first.answerer, people.json as people
    from asked a join counted m on m.id = a."matterId"
    join grids g on g.bureau_id = $1::uuid and g.id = a."gridId" and g.opened_on <= ${today} and (g.closed_on is null or g.closed_on > ${today})
    join grid_facts f on f.bureau_id = $1::uuid and f.grid_id = g.id and f.starts_on <= ${today} and (f.ends_on is null or f.ends_on > ${today})
    left join deadline_rules r on r.bureau_id = $1::uuid and r.kind = 'ORDER' and r.order_kind = 'COMMUNITY' and r.urgency = m.urgency and ${inForce("r")}
    cross join lateral (select array_agg(case when exists (select from ${absence("h.member_id")}) then ${standIn} else h.member_id end order by h.starts_at, h.member_id) as ids
      from assignments h where h.bureau_id = $1::uuid and h.grid_id = g.id and h.duty = 'RESPONSIBLE_OFFICER' and ${inForce("h")}) answering
    cross join lateral (select (array_remove(answering.ids, null))[1] as answerer) first
    cross join lateral (select string_agg(${holderJson}, ',' order by m.badge) as json from members m where m.bureau_id = $1::uuid and m.id = any(answering.ids)) people
  ), begun as materialized (
    select d.id as item_id, c.id, c.clock, d.rule_id, d.calendar_id, d.at, c.within, d.at + c.within * interval '1 minute' as due_at,
      d.at + (c.within - ceil(c.within * d.warn_at_percent / 100.0)) * interval '1 minute' as warn_at
    from drafted d cross join lateral (values ("acceptId", 'ACCEPT', accept_within), ("feedbackId", 'FEEDBACK', feedback_within), ("closeId", 'CLOSE', close_within)) c (id, clock, within)
    where c.within is not null
  ), rolled as (
    select item_id, min(due_at) as due_at, min(warn_at) as warn_at,
      ((coalesce(min(due_at) filter (where clock = 'FEEDBACK'), min(due_at) filter (where clock = 'CLOSE')) - interval '1 ms') at time zone 'Asia/Shanghai')::date as due_on
    from begun group by item_id
  ), item as (
    insert into work_items (bureau_id, id, number, kind, order_kind, matter_id, station_id, grid_id, duty, level, issuer_unit_id, issued_by, urgency, title, opens_at, state, state_since,
      next_due_at, warn_at, tick_at, due_on, last_sequence, last_event_at, last_event_id, created_at)
    select $1::uuid, d.id, d.number, 'ORDER', 'COMMUNITY', d."matterId", d.station_id, d."gridId", 'RESPONSIBLE_OFFICER', d.level, d."issuerUnitId", d."accountId", d.urgency, d.title,
      d.at, 'ISSUED', d.at, r.due_at, r.warn_at, r.warn_at, r.due_on, 1, d.at, d."eventId", d.at from drafted d left join rolled r on r.item_id = d.id
  ), clocks as (
    insert into work_clocks (bureau_id, id, item_id, clock, round, rule_id, calendar_revision_id, unit, started_at, started_sequence, budget, due_at, warn_at)
    select $1::uuid, id, item_id, clock, 1, rule_id, calendar_id, 'MINUTES', at, 1, within, due_at, warn_at from begun
  ), event as (
    insert into work_events (bureau_id, id, item_id, sequence, at, action, to_state, round, account_id, actor_name, cause, source, answered_by_id, grid_id, duty, level)
    select $1::uuid, "eventId", id, 1, at, 'ISSUE', 'ISSUED', 1, "accountId", actor, 'API', 'API', answerer, "gridId", 'RESPONSIBLE_OFFICER', level from drafted
  ), keyed as (
    insert into idempotency_keys (bureau_id, account_id, key, mutation, input_hash, result)
    select $1::uuid, "accountId", key, 'issueOrder', decode(hash, 'hex'), jsonb_build_object('ids', jsonb_build_array(id)) from drafted
  ), announced as (
    insert into outbox_events (bureau_id, id, at, type, entity_type, entity_id) select $1::uuid, "announceId", at, 'work.issue', 'WorkItem', id from drafted
  ), audited as (
    insert into audit_entries (bureau_id, id, at, account_id, actor_name, action, entity_type, entity_id, after, request_id)
    select $1::uuid, "entryId", at, "accountId", actor, 'work.issue', 'WorkItem', id, jsonb_build_object('number', number, 'kind', 'ORDER', 'orderKind', 'COMMUNITY', 'gridId', "gridId",
      'duty', 'RESPONSIBLE_OFFICER', 'memberId', null, 'unitId', null, 'urgency', urgency, 'title', title), request from drafted
  )
  select n, number, code, people from drafted order by n`;

const announced = () => ({
  id: newId(),
  announceId: newId(),
  acceptId: newId(),
  feedbackId: newId(),
  closeId: newId(),
});

export const issue = writtenTogether({
  mutation: "issueOrder",
  text,
  idsOf: announced,
  jsonOf: ({ id, gridId }, [, number, code, people]) =>
    `{"data":{"issueOrder":[{"id":"${id}","number":${JSON.stringify(number)},"state":"ISSUED","grid":{"id":"${gridId}","code":${JSON.stringify(code)}},"responsible":[${people ?? ""}]}]}}`,
});
