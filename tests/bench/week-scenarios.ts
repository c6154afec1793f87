import type { Sql } from "postgres";
import { addDays, dayOf, mondayOf } from "@maple-bridge/server/kernel/day";
import { weeksShown } from "./by-hand/matrix.ts";
import type { Ground } from "./ground.ts";
import { reading, type Scenario } from "./scenarios.ts";

const review = `query BenchReview($memberId: ID!, $week: LocalDate!) { threeLists(memberId: $memberId, week: $week) { week isHome member { id name badge } station { id name }
  lines { key source standing title number kind state gridName duty dueOn closedOn isLate isWaiting isReturned photos decision } } }`;
const matrix = `query BenchMatrix($unitId: ID!, $from: LocalDate!) { weekMatrix(unitId: $unitId, from: $from, weeks: ${weeksShown}) {
  member { id name badge } week lines done late missed returned waiting signedAt revision } }`;

export const weekNames = ["review", "matrix", "bureau-matrix"];
const most = 200;

export interface WeekGround extends Ground {
  officerIds: readonly string[];
  stationIds: readonly string[];
  rootId: string;
}

/** What is asked of members' weeks, by an administrator: the last week of an officer, and eight weeks of a station's members. */
export async function weekScenariosOf(sql: Sql, grounds: readonly Ground[]): Promise<Scenario[]> {
  const laid = await layWeeks(sql, grounds);
  const week = addDays(mondayOf(dayOf(new Date())), -7);
  const from = addDays(week, -7 * (weeksShown - 1));
  return [
    reading(laid, "review", review, ({ officerIds }, turn) => ({
      memberId: officerIds[turn % officerIds.length]!,
      week,
    })),
    reading(laid, "matrix", matrix, ({ stationIds }, turn) => ({
      unitId: stationIds[turn % stationIds.length]!,
      from,
    })),
    reading(laid, "bureau-matrix", matrix, ({ rootId }) => ({ unitId: rootId, from })),
  ];
}

/** Eight lines of the responsible officer's and the mediator's seats in each bureau, once. */
export async function layWeeks(sql: Sql, grounds: readonly Ground[]): Promise<WeekGround[]> {
  const ids = grounds.map(({ bureauId }) => bureauId);
  await sql`
    insert into duty_lines (bureau_id, id, duty, code, revision, title, position, is_set_aside, is_ours, starts_at)
    select b.id, gen_random_uuid(), duty, 'BENCH-' || n, 1, 'Duty ' || n, n, false, true, '2024-01-01'
    from unnest(${ids}::uuid[]) b (id), unnest(array['RESPONSIBLE_OFFICER', 'MEDIATOR']) duty, generate_series(1, 8) n
    where not exists (select from duty_lines d where d.bureau_id = b.id and d.code = 'BENCH-1')`;
  await sql`analyze duty_lines`;
  const found = await sql<{ bureauId: string; officerIds: string[]; stationIds: string[]; rootId: string }[]>`
    select b.id as "bureauId",
      (select array_agg(member_id order by member_id) from (select distinct a.member_id::text from assignments a
        where a.bureau_id = b.id and a.duty = 'RESPONSIBLE_OFFICER' and a.ends_at is null order by 1 limit ${most}) o) as "officerIds",
      (select array_agg(u.id::text order by u.id) from units u where u.bureau_id = b.id and u.kind = 'STATION') as "stationIds",
      (select u.id::text from units u where u.bureau_id = b.id and u.kind = 'BUREAU') as "rootId"
    from unnest(${ids}::uuid[]) b (id)`;
  const byBureau = new Map(found.map((each) => [each.bureauId, each]));
  return grounds.map((ground) => ({ ...ground, ...byBureau.get(ground.bureauId)! }));
}
