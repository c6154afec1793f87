import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { openDatabase, type Place } from "./databases.ts";
import { pause, perSecond, send, writeOn } from "./desk-at-work.ts";
import { groundsOf } from "./ground.ts";
import { loadPlacesWork } from "./lay-work.ts";
import { startOurs } from "./start-contenders.ts";
import { tableOf } from "./table.ts";
import { type WorkGround, workGroundsOf } from "./work-ground.ts";
import { forgetIssued, forgetRegistered } from "./work-scenarios.ts";

const gridsOfAStation = 200;
const quietSeconds = 5;
/** However slow it is. */
const mostSeconds = 1_200;

/**
 * A checklist is published that a seat at each of so many grids owes: how long it takes until all have their run, and how long registrations and
 * orders in the same bureau are in coming meanwhile. The database is left as it is: do not keep it.
 */
export async function measureMaking(place: Place, { grids }: { grids: number }) {
  const database = await openDatabase(place, undefined);
  const stopping: (() => unknown)[] = [];
  const { sql } = database;
  try {
    const demo = place.datasets.length === 0;
    const { port } = await startOurs(database, { demo, profiles: undefined, stopping: stopping as never });
    await loadPlacesWork(database.superuserUrl, place);
    const grounds = await workGroundsOf(sql, await groundsOf(sql, place.codes.slice(0, 1), 8), 1);
    const [ground] = grounds;
    await layGrids(sql, ground!, grids);
    const desk = await writeOn(sql, port, grounds);
    const rows = [["nothing else", ...(await desk.during(() => pause(quietSeconds * 1_000)))]];
    const began = performance.now();
    const told = await desk.during(async () => {
      const id = await publish(port, ground!);
      await untilMade(sql, id);
    });
    const seconds = (performance.now() - began) / 1_000;
    rows.push([`${grids} runs are made`, ...told]);
    const refused = await desk.stop();
    console.log(
      `\n${grids} runs in ${seconds.toFixed(1)} s; ${perSecond} registrations and orders a second in the same bureau, ms`,
    );
    console.log(tableOf(["while", "times", "median", "p95", "p99", "longest"], rows));
    if (refused > 0) console.log(`${refused} were refused as unavailable`);
    await forgetIssued(sql);
    await forgetRegistered(sql);
  } finally {
    await Promise.all(stopping.map((stop) => stop()));
    await database.close();
  }
}

/** Scenic grids in stations of their own, each with a security director: a seat that nobody of the bureau has otherwise. */
async function layGrids(sql: Sql, { bureauId }: WorkGround, grids: number) {
  const stations = Math.ceil(grids / gridsOfAStation);
  await sql`
    insert into units (bureau_id, id, parent_id, kind, name, name_initials, level, position)
    select bureau_id, gen_random_uuid(), id, 'STATION', 'Making ' || n, 'making', 1, 0 from units cross join generate_series(1, ${stations}) n
    where bureau_id = ${bureauId} and kind = 'BUREAU'`;
  await sql`
    with stations as (select id, row_number() over (order by id) as place from units where bureau_id = ${bureauId} and name_initials = 'making'),
    wanted as (select gen_random_uuid() as id, n, s.id as station_id from generate_series(1, ${grids}) n join stations s on s.place = 1 + (n - 1) / ${gridsOfAStation}),
    laid as (insert into grids (bureau_id, id, code, code_scheme, opened_on) select ${bureauId}, id, 'MAKING-' || n, 'OWN', '2020-01-01' from wanted),
    facts as (
      insert into grid_facts (bureau_id, grid_id, starts_on, station_id, name, name_initials, kind)
      select ${bureauId}, id, '-infinity', station_id, 'Making ' || n, 'making', 'SCENIC' from wanted)
    insert into assignments (bureau_id, id, grid_id, member_id, duty, starts_at)
    select ${bureauId}, gen_random_uuid(), id, (select m.id from members m where m.bureau_id = ${bureauId} and m.left_on is null limit 1), 'GRID_WORKER', '2026-01-01' from wanted`;
  await sql`analyze`;
}

async function publish(port: number, { tokens: [token] }: WorkGround): Promise<string> {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const content = {
    startsOn: today,
    recurrence: "FREQ=DAILY",
    windowDays: 30,
    owers: [{ duty: "GRID_WORKER", gridKind: "SCENIC" }],
    items: [{ code: "DONE", wording: "已巡查", evidence: "TEXT" }],
  };
  const run = async (name: string, input: object) => {
    const query = `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { id version } }`;
    const { text } = await send(
      port,
      token!,
      JSON.stringify({ query, variables: { input: { idempotencyKey: randomUUID(), ...input } } }),
    );
    return (JSON.parse(text) as { data: Record<string, { id: string; version: number }> }).data[name]!;
  };
  const { id, version } = await run("draftChecklist", { code: "MAKING", name: "Making", content });
  await run("publishChecklist", { id, expectedVersion: version });
  return id;
}

async function untilMade(sql: Sql, id: string) {
  const end = performance.now() + mostSeconds * 1_000;
  for (;;) {
    await pause(100);
    if (performance.now() > end) throw new Error(`It took longer than ${mostSeconds} s.`);
    const [row] = await sql<{ isMade: boolean }[]>`
      select made_through >= (now() at time zone 'Asia/Shanghai')::date as "isMade" from checklist_templates where id = ${id}`;
    if (row!.isMade) return;
  }
}
