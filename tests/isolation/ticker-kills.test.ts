import { once } from "node:events";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plainDays } from "../support/plain-days.ts";
import { freshDatabase } from "../support/database.ts";
import { type Apart, serveApart } from "./support/apart.ts";
import { type Caller, layCallers } from "./support/callers.ts";
import { longest } from "./support/form.ts";
import { type Ground, layGround } from "./support/ground.ts";
import { ask } from "./support/wire.ts";

const count = 45;
/** Of those, by when they are due, the one at which the ticker stands: some portions are told by then. */
const standsAt = 30;

let superuser: Sql;
let ground: Ground;
let desk: Caller;
/** By the name under which they connect. */
const servers = new Map<string, Apart>();

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = postgres(database.superuserUrl, { max: 3, onnotice: () => {}, types: plainDays });
  ground = await layGround(superuser, "a");
  const callers = await layCallers(superuser, ground);
  desk = callers.find(({ role, place, way }) => role === "DISPATCHER" && place === "bureau" && way === "WRITE")!;
  const serve = async (name: string) => {
    const url = new URL(database.applicationUrl);
    url.searchParams.set("application_name", name);
    servers.set(name, await serveApart(url.href));
  };
  await Promise.all(["one", "other"].map(serve));
}, longest);

afterAll(async () => {
  for (const { process } of servers.values()) process.kill("SIGKILL");
  await superuser.end();
});

async function kill({ process }: Apart) {
  const ended = once(process, "exit");
  process.kill("SIGKILL");
  await ended;
}

/** Tasks of one seat, owed today. */
async function issue({ port }: Apart): Promise<string[]> {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const to = Array.from({ length: count }, () => ({ gridId: ground.stations[0].grid }));
  const input = { idempotencyKey: "ticker-kills", title: "核对台账", to, dueOn: today };
  const query = "mutation ($input: IssueTaskInput!) { issueTask(input: $input) { id } }";
  const { body } = await ask(port, desk, query, { input });
  return (JSON.parse(body) as { data: { issueTask: { id: string }[] } }).data.issueTask.map(({ id }) => id);
}

/** As though they had been issued long ago: each was due a minute before the next one. */
const passDueTimes = (sql: Sql, ids: readonly string[]) => sql`
  with due as (
    select id, date_trunc('second', now()) - interval '1 hour' + ordinality * interval '1 minute' as at
    from unnest(${ids as string[]}::uuid[]) with ordinality as asked (id, ordinality)),
  clocks as (
    update work_clocks c set started_at = due.at - interval '1 day', due_at = due.at, warn_at = due.at - interval '1 hour'
    from due where c.item_id = due.id)
  update work_items i set next_due_at = due.at, warn_at = due.at - interval '1 hour', tick_at = due.at from due where i.id = due.id`;

/** The server that waits for a lock. */
async function standing(): Promise<Apart | undefined> {
  const [waiting] = await superuser<{ name: string }[]>`
    select application_name as name from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  return waiting && servers.get(waiting.name);
}

const toldOf = async (ids: readonly string[]) =>
  (
    await superuser<{ count: number }[]>`
    select count(distinct item_id)::int as count from work_ticks where item_id = any(${ids as string[]}) and kind = 'OVERDUE'`
  )[0]!.count;

const undone = new Error("undone");

test(
  "A56, A59: of two servers one is killed while it tells what is due: each item is told once, none is missing, with the instant at which it was",
  async () => {
    const ids = await issue(servers.get("one")!);
    expect(ids).toHaveLength(count);
    await superuser
      .begin(async (held) => {
        // The place of one item's next event is taken by somebody who has not committed: whoever tells of it waits with all of its portion.
        await held`
          insert into work_events select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'sequence', e.sequence + 1))).*
          from work_events e where e.item_id = ${ids[standsAt]!}`;
        await passDueTimes(superuser, ids);
        await expect.poll(standing, { timeout: longest, interval: 20 }).toBeTruthy();
        await kill((await standing())!);
        throw undone;
      })
      .catch((error: unknown) => {
        if (error !== undone) throw error;
      });
    const before = await toldOf(ids);
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(count);
    // So much time has gone by as a job may show no life for.
    await superuser`update maple_jobs.job set heartbeat_on = heartbeat_on - interval '15 seconds' where name = 'work.tellTime' and state = 'active'`;
    await expect.poll(() => toldOf(ids), { timeout: longest, interval: 50 }).toBe(count);

    const told = await superuser`
      select i.id,
        (select count(*)::int from work_ticks t where t.item_id = i.id and t.kind = 'OVERDUE' and t.at = c.due_at) as ticks,
        (select count(*)::int from work_events e where e.item_id = i.id and e.action = 'OVERDUE' and e.cause = 'JOB') as events,
        (select count(*)::int from work_events e where e.item_id = i.id and e.happened_at = c.due_at) as at_their_time,
        (select count(*)::int from audit_entries a where a.entity_id = i.id and a.action = 'work.overdue') as entries,
        (select count(*)::int from work_events e where e.item_id = i.id) = i.last_sequence as is_whole,
        c.breached_at = c.due_at as is_late_since
      from work_items i join work_clocks c on c.item_id = i.id where i.id = any(${ids}) order by i.id`;
    expect(told).toHaveLength(count);
    for (const each of told)
      expect(each).toMatchObject({
        ticks: 1,
        events: 1,
        at_their_time: 1,
        entries: 1,
        is_whole: true,
        is_late_since: true,
      });
    const twice = await superuser`
      select from work_ticks where item_id = any(${ids}) group by item_id, clock, round, level, kind having count(*) > 1`;
    expect(twice).toHaveLength(0);
    expect(await superuser`select audit_chain_break(${ground.id}) as broken`).toEqual([{ broken: null }]);
  },
  longest,
);
