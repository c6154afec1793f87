import { readFileSync } from "node:fs";
import type { Sql } from "postgres";

const views = new URL("./peers/views.sql", import.meta.url);

/**
 * What the peers write with, which leaves the rows of our command behind, and PostGraphile's views. They go when the bench
 * ends, also from a kept database.
 */
export async function withPeerFunctions(sql: Sql): Promise<() => Promise<unknown>> {
  await sql`drop function if exists bench_assign`;
  await sql.unsafe(`
    create function bench_assign(bureau uuid, new_id uuid, grid uuid, member uuid, duty text, starts text, ends text, reason text, account uuid, actor text, key text)
    returns uuid language plpgsql as $$
    begin
      perform set_config('maple.bureau_id', bureau::text, true);
      insert into assignments (bureau_id, id, grid_id, member_id, duty, starts_at, ends_at, reason)
        values (bureau, new_id, grid, member, duty, starts::timestamptz, ends::timestamptz, reason);
      insert into outbox_events (bureau_id, id, at, type, entity_type, entity_id)
        values (bureau, gen_random_uuid(), now(), 'assignment.assign', 'Assignment', new_id);
      insert into idempotency_keys (bureau_id, account_id, key, mutation, input_hash, result)
        values (bureau, account, key, 'assignMember', sha256(convert_to(key, 'UTF8')), jsonb_build_object('id', new_id));
      insert into audit_entries (bureau_id, id, at, account_id, actor_name, action, entity_type, entity_id, after, reason, request_id)
        select bureau, gen_random_uuid(), now(), account, actor, 'assignment.assign', 'Assignment', new_id, jsonb_build_object('gridId', grid, 'grid', f.name,
          'memberId', member, 'member', m.name, 'badge', m.badge, 'duty', duty, 'startsAt', starts, 'endsAt', ends, 'concurrentPost', null), bench_assign.reason, key
        from grid_facts f, members m where f.bureau_id = bureau and f.grid_id = grid and f.ends_on is null and m.bureau_id = bureau and m.id = member;
      return new_id;
    end $$`);
  await sql.unsafe(readFileSync(views, "utf8"));
  return () => sql`drop schema bench_peer cascade; drop function bench_assign`.simple();
}
