import type { Sql } from "postgres";
import type { WorkGround } from "./work-ground.ts";

export type WorkPool = Awaited<ReturnType<typeof poolOf>>;

const title = "对比测试的反馈";
const number = "BENCH-";

/**
 * Orders of a seat of each bureau's officer, which are under way, each about a matter of its own: for feedback to be given to once. They are laid when they are
 * first asked for, so that nothing else that is measured reads them.
 */
export async function poolOf(sql: Sql, grounds: readonly WorkGround[], each: number) {
  const turns = new Map<string, number>();
  let ids: Map<string, string[]> | undefined;
  await clear(sql);
  return {
    next(bureauId: string): string {
      const turn = turns.get(bureauId) ?? 0;
      const id = ids?.get(bureauId)?.[turn];
      if (!id) throw new Error("Nothing is left to give feedback to: fewer seconds, please.");
      turns.set(bureauId, turn + 1);
      return id;
    },
    /** As it was laid, whatever has been given meanwhile. */
    async fill() {
      turns.clear();
      const isFirst = !ids;
      ids ??= await drawIds(sql, grounds, each);
      await fill(sql);
      if (isFirst) await sql`analyze matters, work_items, work_events, work_clocks`;
    },
    async clear() {
      if (!ids) return;
      await clear(sql);
      await sql`drop table pool`;
    },
  };
}

async function drawIds(sql: Sql, grounds: readonly WorkGround[], each: number) {
  await sql`create temp table pool (bureau_id uuid, id uuid, first_event uuid, last_event uuid, feedback_clock uuid, close_clock uuid, n int, grid_id uuid, member_id uuid, matter_id uuid, model_id uuid,
    issuer_unit_id uuid, account_id uuid)`;
  const seats = grounds.map(
    ({ bureauId, officer: { gridId, memberId }, matterIds: [matterId], issuerUnitId, accountId }) => ({
      bureauId,
      gridId,
      memberId,
      issuerUnitId,
      accountId,
      matterId: matterId!,
    }),
  );
  const rows = await sql<{ bureauId: string; ids: string[] }[]>`
    with laid as (
      insert into pool select "bureauId", uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7(), n, "gridId", "memberId", uuidv7(), "matterId", "issuerUnitId", "accountId"
      from jsonb_to_recordset(${sql.json(seats)}) s ("bureauId" uuid, "gridId" uuid, "memberId" uuid, "matterId" uuid, "issuerUnitId" uuid, "accountId" uuid), generate_series(1, ${each}::int) n
      returning bureau_id, id
    ) select bureau_id as "bureauId", array_agg(id::text) as ids from laid group by bureau_id`;
  await sql`create unique index on pool (bureau_id, id)`;
  await sql`analyze pool`;
  await sql`
    insert into matters (bureau_id, id, number, kind, category_id, source, urgency, title, grid_id, station_id, happened_at, registered_at, registered_by, first_receiver_id, items)
    select p.bureau_id, p.matter_id, ${number} || p.n, m.kind, m.category_id, m.source, m.urgency, m.title, m.grid_id, m.station_id, m.happened_at, m.registered_at, m.registered_by, m.first_receiver_id, 1
    from pool p join matters m on m.bureau_id = p.bureau_id and m.id = p.model_id`;
  return new Map(rows.map(({ bureauId, ids }) => [bureauId, ids]));
}

/** What keeps history looks away. */
const looking = async (sql: Sql, work: (tx: Sql) => Promise<unknown>) => {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await work(tx as unknown as Sql);
  });
};

const fill = (sql: Sql) =>
  looking(sql, async (tx) => {
    await tx`create temp table missing on commit drop as select p.*, g.station_id, g.level from pool p
      join grid_facts g on g.bureau_id = p.bureau_id and g.grid_id = p.grid_id and g.ends_on is null
      where not exists (select from work_items i where i.bureau_id = p.bureau_id and i.id = p.id and i.state = 'ACCEPTED')`;
    await removeItems(tx, tx`select bureau_id, id from missing`);
    await tx`insert into work_items (bureau_id, id, number, kind, order_kind, matter_id, station_id, grid_id, duty, level, issuer_unit_id, issued_by, urgency, title, opens_at, state, state_since,
        next_due_at, warn_at, due_on, last_sequence, last_event_at, last_event_id, created_at)
      select bureau_id, id, ${number} || n, 'ORDER', 'COMMUNITY', matter_id, station_id, grid_id, 'RESPONSIBLE_OFFICER', level, issuer_unit_id, account_id, 'ORDINARY', ${title},
        date_trunc('day', now()) - interval '1 hour', 'ACCEPTED', date_trunc('day', now()) - interval '50 minutes', date_trunc('day', now()) + interval '2 days', date_trunc('day', now()) + interval '1 day',
        (now() + interval '2 days')::date, 2, date_trunc('day', now()) - interval '50 minutes', last_event, date_trunc('day', now()) - interval '1 hour' from missing`;
    await tx`insert into work_events (bureau_id, id, item_id, sequence, at, action, from_state, to_state, round, account_id, actor_name, actor_member_id, cause, source, answered_by_id, grid_id, duty, level)
      select bureau_id, case s when 1 then first_event else last_event end, id, s, date_trunc('day', now()) - interval '1 hour' + (s - 1) * interval '10 minutes', case s when 1 then 'ISSUE' else 'ACCEPT' end,
        case s when 2 then 'ISSUED' end, case s when 1 then 'ISSUED' else 'ACCEPTED' end, 1, account_id, 'admin', case s when 2 then member_id end, 'PERSON', 'DESK', member_id, grid_id,
        'RESPONSIBLE_OFFICER', level from missing, generate_series(1, 2) s`;
    await tx`insert into work_clocks (bureau_id, id, item_id, clock, round, unit, started_at, started_sequence, budget, due_at, warn_at)
      select bureau_id, case s when 0 then feedback_clock else close_clock end, id, case s when 0 then 'FEEDBACK' else 'CLOSE' end, 1, 'MINUTES', date_trunc('day', now()) - interval '1 hour', 1, 2880 * (1 + s),
        date_trunc('day', now()) + (2 + s) * interval '1 day', date_trunc('day', now()) + (1 + s) * interval '1 day' from missing, generate_series(0, 1) s`;
  });

const clear = (sql: Sql) =>
  looking(sql, async (tx) => {
    await removeItems(tx, tx`select bureau_id, id from work_items where title = ${title}`);
    await tx`delete from matters where starts_with(number, ${number})`;
  });

async function removeItems(tx: Sql, which: ReturnType<Sql>) {
  await tx`create temp table removed on commit drop as ${which}`;
  for (const [table, column] of [
    ["work_events", "item_id"],
    ["work_ticks", "item_id"],
    ["work_clocks", "item_id"],
    ["community_feedbacks", "item_id"],
    ["work_items", "id"],
  ] as const)
    await tx`delete from ${tx(table)} t using removed r where t.bureau_id = r.bureau_id and t.${tx(column)} = r.id`;
}
