import { newId } from "@maple-bridge/server/kernel/ids";
import { inForce } from "./seats.ts";
import { writtenTogether } from "./written-together.ts";

/**
 * The same rows as our command leaves behind: the feedback, the item with what its clocks come to, its event, audit row (chained by the
 * same trigger), outbox row and key.
 */
const text = `
  with asked as materialized (
    select * from jsonb_to_recordset($2::text::jsonb) as a (n int, id uuid, "feedbackId" uuid, "memberId" uuid, done text, "accountId" uuid, actor text, key text, hash text,
      "entryId" uuid, "eventId" uuid, "announceId" uuid, request text, at timestamptz)
  ), held as materialized (
    select a.*, i.state, i.round, i.grid_id, i.duty, i.level, i.last_sequence + 1 as sequence, i.version + 1 as version, i.number, i.is_late
    from asked a join work_items i on i.bureau_id = $1::uuid and i.id = a.id and i.state in ('ACCEPTED', 'ARRIVED', 'RETURNED') and exists (
      select from assignments h where h.bureau_id = $1::uuid and h.grid_id = i.grid_id and h.duty = i.duty and h.member_id = a."memberId" and ${inForce("h")})
    for no key update of i
  ), running as materialized (
    select h.id as item_id, c.id, c.clock, c.due_at, c.warn_at, h.at from held h cross join lateral (
      select k.id, k.clock, k.due_at, k.warn_at from work_clocks k where k.bureau_id = $1::uuid and k.item_id = h.id and k.satisfied_at is null and k.void_at is null offset 0) c
  ), met as (
    update work_clocks c set satisfied_at = r.at, breached_at = case when r.due_at <= r.at then r.due_at end from running r where c.bureau_id = $1::uuid and c.id = r.id and r.clock = 'FEEDBACK'
  ), rolled as (
    select item_id, min(due_at) filter (where clock <> 'FEEDBACK') as due_at, min(warn_at) filter (where clock <> 'FEEDBACK') as warn_at,
      ((min(due_at) filter (where clock = 'CLOSE') - interval '1 ms') at time zone 'Asia/Shanghai')::date as due_on, bool_or(clock = 'FEEDBACK' and due_at <= at) as is_late
    from running group by item_id
  ), given as (
    insert into community_feedbacks (bureau_id, id, item_id, round, submitted_at, submitted_by, kind, is_resolved, done)
    select $1::uuid, "feedbackId", id, round, at, "memberId", 'DISPUTE', true, done from held
  ), item as (
    update work_items i set state = 'SUBMITTED', state_since = h.at, submitted_by = h."memberId", feedback_type = 'CommunityFeedback', feedback_id = h."feedbackId",
      next_due_at = r.due_at, warn_at = r.warn_at, tick_at = r.warn_at, due_on = r.due_on, is_late = i.is_late or coalesce(r.is_late, false), last_sequence = h.sequence,
      last_event_at = h.at, last_event_id = h."eventId", version = h.version
    from held h left join rolled r on r.item_id = h.id where i.bureau_id = $1::uuid and i.id = h.id
  ), event as (
    insert into work_events (bureau_id, id, item_id, sequence, at, action, from_state, to_state, round, account_id, actor_name, actor_member_id, cause, source, answered_by_id, grid_id, duty,
      level, feedback_type, feedback_id)
    select $1::uuid, "eventId", id, sequence, at, 'SUBMIT', state, 'SUBMITTED', round, "accountId", actor, "memberId", 'API', 'API', "memberId", grid_id, duty, level,
      'CommunityFeedback', "feedbackId" from held
  ), keyed as (
    insert into idempotency_keys (bureau_id, account_id, key, mutation, input_hash, result)
    select $1::uuid, "accountId", key, 'submitWork', decode(hash, 'hex'), jsonb_build_object('id', id) from held
  ), announced as (
    insert into outbox_events (bureau_id, id, at, type, entity_type, entity_id) select $1::uuid, "announceId", at, 'work.submit', 'WorkItem', id from held
  ), audited as (
    insert into audit_entries (bureau_id, id, at, account_id, actor_name, action, entity_type, entity_id, before, after, request_id)
    select $1::uuid, "entryId", at, "accountId", actor, 'work.submit', 'WorkItem', id, jsonb_build_object('state', state), jsonb_build_object('state', 'SUBMITTED'), request from held
  )
  select n, number, version::text, sequence::text, actor from held order by n`;

export const submit = writtenTogether({
  mutation: "submitWork",
  text,
  idsOf: () => ({ feedbackId: newId(), announceId: newId() }),
  jsonOf: ({ id }, [, number, version, sequence, actor]) =>
    `{"data":{"submitWork":{"id":"${id}","number":${JSON.stringify(number)},"state":"SUBMITTED","version":${version},"lastEvent":{"sequence":${sequence},"action":"SUBMIT","actorName":${JSON.stringify(actor)}}}}}`,
});
