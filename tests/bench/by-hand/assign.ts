import { newId } from "@maple-bridge/server/kernel/ids";
import { gridsToday } from "./seats.ts";
import { writtenTogether } from "./written-together.ts";

/** The same rows as our command leaves behind: assignment, audit row (chained by the same trigger), outbox row and key. */
const text = `
  with asked as materialized (
    select a.*, m.name as member, m.badge, f.name as grid, g.code
    from jsonb_to_recordset($2::text::jsonb) as a (n int, id uuid, "gridId" uuid, "memberId" uuid, duty text, "from" text, "to" text, reason text,
      "accountId" uuid, actor text, key text, hash text, "entryId" uuid, "eventId" uuid, request text, at timestamptz)
    join members m on m.bureau_id = $1::uuid and m.id = a."memberId" join (${gridsToday}) on g.bureau_id = $1::uuid and g.id = a."gridId"
  ), written as (
    insert into assignments (bureau_id, id, grid_id, member_id, duty, starts_at, ends_at, reason)
    select $1::uuid, id, "gridId", "memberId", duty, "from"::timestamptz, "to"::timestamptz, reason from asked
  ), keyed as (
    insert into idempotency_keys (bureau_id, account_id, key, mutation, input_hash, result)
    select $1::uuid, "accountId", key, 'assignMember', decode(hash, 'hex'), jsonb_build_object('id', id) from asked
  ), announced as (
    insert into outbox_events (bureau_id, id, at, type, entity_type, entity_id)
    select $1::uuid, "eventId", at, 'assignment.assign', 'Assignment', id from asked
  ), audited as (
    insert into audit_entries (bureau_id, id, at, account_id, actor_name, action, entity_type, entity_id, after, reason, request_id)
    select $1::uuid, "entryId", at, "accountId", actor, 'assignment.assign', 'Assignment', id, jsonb_build_object('gridId', "gridId", 'grid', grid,
      'memberId', "memberId", 'member', member, 'badge', badge, 'duty', duty, 'startsAt', "from", 'endsAt', "to", 'concurrentPost', null), reason, request from asked
  )
  select n, member, code from asked order by n`;

export const assign = writtenTogether({
  mutation: "assignMember",
  text,
  idsOf: () => ({ id: newId() }),
  jsonOf: ({ id, ...input }, [, member, code]) =>
    `{"data":{"assignMember":{"id":"${id}","startsAt":"${input["from"]}","version":1,"member":{"id":"${input["memberId"]}","name":${JSON.stringify(member)}},"grid":{"id":"${input["gridId"]}","code":${JSON.stringify(code)}}}}}`,
});
