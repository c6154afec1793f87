import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { addDays, dayOf, mondayOf } from "@maple-bridge/server/kernel/day";
import { openDatabase, type Place } from "./databases.ts";
import { columnsOf, send } from "./desk-at-work.ts";
import { groundsOf } from "./ground.ts";
import { loadPlacesWork } from "./lay-work.ts";
import { startOurs } from "./start-contenders.ts";
import { tableOf } from "./table.ts";
import { layWeeks, type WeekGround } from "./week-scenarios.ts";

const signed = 100;
/** Long enough ago that no result still waits. */
const weeksAgo = 40;

const sign = `mutation BenchSign($input: SignWeekInput!) { signWeek(input: $input) { id signedAt digest } }`;
const read = `query BenchSigned($memberId: ID!, $week: LocalDate!) { threeLists(memberId: $memberId, week: $week) { lines { key source standing title state dueOn } } }`;

/** Weeks of officers are signed one after another, and each is then read again: from its snapshot. */
export async function measureSigning(place: Place, { keep }: { keep: string | undefined }) {
  const database = await openDatabase(place, keep);
  const stopping: (() => unknown)[] = [];
  const { sql } = database;
  try {
    const demo = place.datasets.length === 0;
    const { port } = await startOurs(database, { demo, profiles: undefined, stopping: stopping as never });
    await loadPlacesWork(database.superuserUrl, place);
    const [ground] = await layWeeks(sql, await groundsOf(sql, place.codes.slice(0, 1), 1));
    await forgetSigned(sql, ground!);
    const weeks = weeksOf(ground!);
    const took: { signing: number[]; reading: number[] } = { signing: [], reading: [] };
    for (const variables of weeks) {
      const input = { idempotencyKey: randomUUID(), ...variables };
      const ask = (query: string, given: object) =>
        send(port, ground!.tokens[0]!, JSON.stringify({ query, variables: given }));
      took.signing.push((await ask(sign, { input })).took);
      took.reading.push((await ask(read, variables)).took);
    }
    console.log(`\n${weeks.length} weeks of one bureau, one after another; ms`);
    const rows = [
      ["signing", ...columnsOf(took.signing)],
      ["reading what was signed", ...columnsOf(took.reading)],
    ];
    console.log(tableOf(["what", "times", "median", "p95", "p99", "longest"], rows));
    await forgetSigned(sql, ground!);
  } finally {
    await Promise.all(stopping.map((stop) => stop()));
    await database.close();
  }
}

function weeksOf({ officerIds }: WeekGround) {
  const last = addDays(mondayOf(dayOf(new Date())), -7 * weeksAgo);
  return Array.from({ length: signed }, (_, n) => ({
    memberId: officerIds[n % officerIds.length]!,
    week: addDays(last, -7 * Math.floor(n / officerIds.length)),
  }));
}

/** What keeps history must look away. */
const forgetSigned = (sql: Sql, { bureauId }: WeekGround) =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const table of ["review_lines", "week_reviews"])
      await tx`delete from ${tx(table)} where bureau_id = ${bureauId}`;
  });
