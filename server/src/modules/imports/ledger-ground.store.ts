import { inCommand, raw, readingIn, sql as fragment } from "#kernel/read";
import { answerersOf, lastOfSeries } from "#modules/work";
import type { LedgerKind } from "./columns.ts";
import { isToday, type Place, type RowsAfter, textsOf } from "./ground-rows.store.ts";

/** Of matters that stood in a ledger, and of tasks. */
export const seriesOf = (kind: LedgerKind) => (kind === "TASKS" ? "ZT" : "Z");

/** What a ledger is planned on, besides units and grids. */
export async function ledgerGround(place: Place, kind: LedgerKind) {
  const series = seriesOf(kind);
  const { year, last } = await lastOfSeries(place, series);
  const [bureau] = await place.sql<{ code: string }[]>`select code from bureaus where bureau_id = ${place.bureauId}`;
  return {
    staff: await textsOf(place, staffAfter),
    answering: await textsOf(place, answeringAfter),
    categories: kind === "TASKS" ? [] : await textsOf(place, categoriesAfter),
    marks: await textsOf(place, marksAfter),
    numbers: await textsOf(place, kind === "TASKS" ? taskNumbersAfter : matterNumbersAfter),
    series: { prefix: `${bureau!.code}-${year}-${series}`, year, last },
  };
}

const staffAfter: RowsAfter = ({ sql, bureauId, now }, after) => sql`
  select m.id, m.badge, m.name, u.unit_id as "unitId", m.left_on as "leftOn", m.version
  from members m join member_units u on u.bureau_id = m.bureau_id and u.member_id = m.id and ${isToday(sql, "u", now)}
  where m.bureau_id = ${bureauId} and m.id > ${after}`;

const officer = { gridId: raw("at.id"), duty: fragment`'RESPONSIBLE_OFFICER'::text`, memberId: fragment`null::uuid` };

const answeringAfter: RowsAfter = (place, after) => place.sql`
  select at.id, (select a.member_id from ${inCommand(place, answerersOf(officer, readingIn(place)))} a where a.member_id is not null
    order by a.since, a.holder_id limit 1) as "memberId"
  from grids at where at.bureau_id = ${place.bureauId} and at.id > ${after}`;

const categoriesAfter: RowsAfter = ({ sql, bureauId }, after) => sql`
  select id, kind, code, name, position, ends_at as "endsAt" from matter_categories where bureau_id = ${bureauId} and id > ${after}`;

const marksAfter: RowsAfter = ({ sql, bureauId }, after) => sql`
  select id from ledger_rows where bureau_id = ${bureauId} and id > ${after}`;

const matterNumbersAfter: RowsAfter = ({ sql, bureauId }, after) => sql`
  select id, number, kind from matters where bureau_id = ${bureauId} and id > ${after}`;

const taskNumbersAfter: RowsAfter = ({ sql, bureauId }, after) => sql`
  select id, number, kind from work_items where bureau_id = ${bureauId} and kind = 'TASK' and id > ${after}`;
