import { randomUUID } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { openDatabase, type Place } from "./databases.ts";
import { columnsOf, pause, perSecond, send, writeOn } from "./desk-at-work.ts";
import { groundsOf } from "./ground.ts";
import { loadPlacesWork } from "./lay-work.ts";
import { startOurs } from "./start-contenders.ts";
import { tableOf } from "./table.ts";
import { watchClock } from "./watch-clock.ts";
import { type WorkGround, workGroundsOf } from "./work-ground.ts";
import { poolOf } from "./work-pool.ts";
import { forgetIssued, forgetRegistered } from "./work-scenarios.ts";

const openItems = 5_000;
const quietSeconds = 5;
/** However slow it is. */
const mostSeconds = 300;

/**
 * Five thousand items of one bureau fall due at one moment, and then move by another rule, while its people go on registering and
 * ordering: how long they wait for an answer, and for how long the clock's own transactions hold what they hold.
 */
export async function measureTicking(place: Place, { keep }: { keep: string | undefined }) {
  const database = await openDatabase(place, keep);
  const stopping: (() => unknown)[] = [];
  const { sql } = database;
  try {
    const { port } = await startOurs(database, {
      demo: place.datasets.length === 0,
      profiles: undefined,
      stopping: stopping as never,
    });
    await loadPlacesWork(database.superuserUrl, place);
    const grounds = await workGroundsOf(sql, await groundsOf(sql, place.codes.slice(0, 1), 8), 1);
    const pool = await poolOf(sql, grounds, openItems);
    stopping.unshift(async () => {
      await pool.clear();
      await forgetIssued(sql);
      await forgetRegistered(sql);
    });
    await pool.fill();
    const desk = await writeOn(sql, port, grounds);
    const rows = [["nothing else", ...(await desk.during(() => pause(quietSeconds * 1_000)))]];
    for (const [name, begin] of [
      [`${openItems} fall due`, fallDue],
      [`${openItems} move by a rule`, moveByRule],
    ] as const) {
      const own = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
      const clock = watchClock(own);
      const told = await desk.during(async () => {
        await begin(sql, port, grounds[0]!);
        await untilDone(sql, clock);
      });
      rows.push([name, ...told]);
      rows.push(["  the clock's transactions", ...columnsOf(await clock.stop())]);
      await own.end();
    }
    const refused = await desk.stop();
    console.log(`\n${perSecond} registrations and orders a second in one bureau; ms`);
    console.log(tableOf(["while", "times", "median", "p95", "p99", "longest"], rows));
    if (refused > 0) console.log(`${refused} were refused as unavailable`);
  } finally {
    await Promise.all(stopping.splice(0, 1).map((stop) => stop()));
    await Promise.all(stopping.map((stop) => stop()));
    await database.close();
  }
}

const pooled = (sql: Sql) => sql`select bureau_id, id from pool`;

async function fallDue(sql: Sql) {
  await sql`
    with of_pool as (${pooled(sql)}), clocks as (
      update work_clocks c set due_at = now(), warn_at = now() from of_pool p
      where c.bureau_id = p.bureau_id and c.item_id = p.id and c.clock = 'FEEDBACK')
    update work_items i set next_due_at = now(), warn_at = now(), tick_at = now() from of_pool p where i.bureau_id = p.bureau_id and i.id = p.id`;
}

/** Their clocks are made the rule's, and the rule another one. */
async function moveByRule(sql: Sql, port: number, { bureauId, tokens: [token] }: WorkGround) {
  const [rule] = await sql<{ id: string; within: number }[]>`
    select id, feedback_within as within from deadline_rules
    where bureau_id = ${bureauId} and order_kind = 'COMMUNITY' and urgency = 'ORDINARY' and ends_at is null`;
  await sql`
    with of_pool as (${pooled(sql)})
    update work_clocks c set rule_id = ${rule!.id} from of_pool p where c.bureau_id = p.bureau_id and c.item_id = p.id`;
  const query = "mutation ($input: SetDeadlineRuleInput!) { setDeadlineRule(input: $input) { id } }";
  const within = { feedbackWithin: rule!.within + 10_000, closeWithin: rule!.within + 20_000 };
  const of = { kind: "ORDER", orderKind: "COMMUNITY", urgency: "ORDINARY", unit: "MINUTES" };
  await send(
    port,
    token!,
    JSON.stringify({ query, variables: { input: { idempotencyKey: randomUUID(), ...of, ...within } } }),
  );
}

/** Nothing is due, and nothing waits to be worked out, for as long as it is asked what is due. */
async function untilDone(sql: Sql, clock: { isQuietFor(milliseconds: number): boolean }) {
  const end = performance.now() + mostSeconds * 1_000;
  for (;;) {
    await pause(200);
    if (performance.now() > end) throw new Error(`It took longer than ${mostSeconds} s.`);
    const [left] = await sql<{ left: boolean }[]>`
      select exists (select from work_items i join pool p on p.bureau_id = i.bureau_id and p.id = i.id where i.tick_at <= now())
        or exists (select from maple_jobs.job where name in ('work.tellTime', 'work.recompute') and state in ('created', 'active', 'retry')) as left`;
    if (!left!.left && clock.isQuietFor(4_000)) return;
  }
}
