import { once } from "node:events";
import { createHash } from "node:crypto";
import { dayOf } from "@maple-bridge/server/kernel/day";
import { newId } from "@maple-bridge/server/kernel/ids";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase } from "../support/database.ts";
import { plainDays } from "../support/plain-days.ts";
import { type Apart, serveApart } from "./support/apart.ts";
import { type Caller, layCallers } from "./support/callers.ts";
import { longest } from "./support/form.ts";
import { type Ground, layGround } from "./support/ground.ts";
import { ask } from "./support/wire.ts";

const code = "KILLS";
const grids = [620, 40] as const;
/** In the second portion of the first station: one portion is made by then. */
const standsAt = 400;

let superuser: Sql;
let ground: Ground;
let administrator: Caller;
/** By the name under which they connect. */
const servers = new Map<string, Apart>();

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = postgres(database.superuserUrl, { max: 3, onnotice: () => {}, types: plainDays });
  ground = await layGround(superuser, "a");
  for (const [index, count] of grids.entries()) await layGrids(ground.stations[index]!.id, count);
  const callers = await layCallers(superuser, ground);
  administrator = callers.find(
    ({ role, place, way }) => role === "BUREAU_ADMINISTRATOR" && place === "bureau" && way === "WRITE",
  )!;
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

/** Villages, for which the ground's standard asks for an officer each. */
const layGrids = (stationId: string, count: number) => superuser`
  with laid as (
    insert into grids (bureau_id, id, code, code_scheme, opened_on)
    select ${ground.id}, gen_random_uuid(), 'K' || upper(right(${stationId}, 8)) || '-' || n, 'OWN', '2020-01-01' from generate_series(1, ${count}) n
    returning id, code)
  insert into grid_facts (bureau_id, grid_id, starts_on, station_id, name, name_initials, kind)
  select ${ground.id}, id, '-infinity', ${stationId}, code, 'k', 'VILLAGE' from laid`;

async function kill({ process }: Apart) {
  const ended = once(process, "exit");
  process.kill("SIGKILL");
  await ended;
}

const today = dayOf(new Date());

async function command(name: string, input: object): Promise<{ id: string; version: number }> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { id version } }`;
  const { port } = servers.get("one")!;
  const { body } = await ask(port, administrator, query, { input: { idempotencyKey: `kills-${name}`, ...input } });
  return (JSON.parse(body) as { data: Record<string, { id: string; version: number }> }).data[name]!;
}

async function publish(): Promise<string> {
  const content = {
    startsOn: today,
    recurrence: "FREQ=DAILY",
    windowDays: 60,
    owers: [{ duty: "RESPONSIBLE_OFFICER", gridKind: "VILLAGE" }],
    items: [{ code: "DONE", wording: "已巡查", evidence: "TEXT" }],
  };
  const { id, version } = await command("draftChecklist", { code, name: "每日巡查", content });
  await command("publishChecklist", { id, expectedVersion: version });
  return id;
}

const numberOf = (ordinal: number) => `${code}-${today.replaceAll("-", "")}-${String(ordinal).padStart(4, "0")}`;

/** The server that waits for a lock. */
async function standing(): Promise<Apart | undefined> {
  const [waiting] = await superuser<{ name: string }[]>`
    select application_name as name from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  return waiting && servers.get(waiting.name);
}

const madeOf = async (templateId: string) =>
  (
    await superuser<
      { count: number }[]
    >`select count(*)::int as count from work_items where template_id = ${templateId} and occurrence_on = ${today}`
  )[0]!.count;

const undone = new Error("undone");

test(
  "A1: of two servers one is killed while it makes the runs of a day: each seat has one, numbered without a gap, and each batch its entry",
  async () => {
    let templateId = "";
    await superuser
      .begin(async (held) => {
        // The number of one run is taken by somebody who has not committed: whoever makes that one waits with all of its portion.
        await held`
          insert into work_items select (jsonb_populate_record(i, jsonb_build_object('id', ${newId()}::text, 'number', ${numberOf(standsAt)}::text, 'occurrence_on', '2020-01-01'))).*
          from work_items i where i.kind = 'RUN' and i.bureau_id = ${ground.id} limit 1`;
        templateId = await publish();
        await expect.poll(standing, { timeout: longest, interval: 20 }).toBeTruthy();
        const before = await madeOf(templateId);
        expect(before).toBeGreaterThan(0);
        expect(before).toBeLessThan(standsAt);
        await kill((await standing())!);
        throw undone;
      })
      .catch((error: unknown) => {
        if (error !== undone) throw error;
      });
    // So much time has gone by as a job may show no life for.
    await superuser`
      update maple_jobs.job set heartbeat_on = heartbeat_on - interval '15 seconds' where name = 'checklists.makeRuns' and state = 'active'`;
    const wanted = async () => {
      const [row] = await superuser<{ through: string | null }[]>`
        select made_through::text as through from checklist_templates where id = ${templateId}`;
      return row!.through;
    };
    await expect.poll(wanted, { timeout: longest, interval: 50 }).toBe(today);

    const seats = await superuser<{ grids: number; runs: number; events: number; clocks: number }[]>`
      select count(distinct (grid_id, seat_duty))::int as grids, count(*)::int as runs,
        sum((select count(*) from work_events e where e.item_id = i.id))::int as events,
        sum((select count(*) from work_clocks c where c.item_id = i.id))::int as clocks
      from work_items i where template_id = ${templateId} and occurrence_on = ${today}`;
    const [{ count: villages }] = (await superuser`
      select count(*)::int as count from grids g join grid_facts f on f.grid_id = g.id and f.bureau_id = g.bureau_id
      where g.bureau_id = ${ground.id} and f.kind = 'VILLAGE' and f.ends_on is null`) as unknown as [{ count: number }];
    expect(villages).toBeGreaterThanOrEqual(grids[0] + grids[1]);
    expect(seats).toEqual([{ grids: villages, runs: villages, events: villages, clocks: villages }]);

    const numbers = await superuser<{ number: string }[]>`
      select number from work_items where template_id = ${templateId} and occurrence_on = ${today} order by number`;
    expect(numbers.map(({ number }) => number)).toEqual(
      Array.from({ length: villages }, (_, index) => numberOf(index + 1)),
    );

    const batches = await superuser<{ runs: number; digest: string; isLast: boolean; told: number }[]>`
      select runs, digest, is_last as "isLast", (select count(*)::int from audit_entries a where a.action = 'checklist.makeRuns'
        and a.entity_id = b.template_id and a.after->>'digest' = b.digest and (a.after->>'runs')::int = b.runs) as told
      from checklist_batches b where template_id = ${templateId} order by id`;
    expect(batches.reduce((sum, { runs }) => sum + runs, 0)).toBe(villages);
    expect(batches.filter(({ isLast }) => isLast)).toHaveLength(2);
    for (const { told } of batches) expect(told).toBe(1);
    const first = await superuser<{ id: string }[]>`
      select id from work_items where template_id = ${templateId} and occurrence_on = ${today} order by number limit ${batches[0]!.runs}`;
    const digest = createHash("sha256")
      .update(first.map(({ id }) => id).join("\n"))
      .digest("hex");
    expect(digest).toBe(batches[0]!.digest);
    expect(await superuser`select audit_chain_break(${ground.id}) as broken`).toEqual([{ broken: null }]);
  },
  longest,
);
