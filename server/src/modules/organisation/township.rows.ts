import { type Fragment, type Reading, sql } from "#kernel/read";

/** Each division that is a township 乡镇、街道 or lies in one, with that township. */
const placed = (reading: Reading): Fragment => sql`
  select d.id, t.id as township_id, t.code from divisions d
  join divisions t on t.bureau_id = d.bureau_id and t.code = left(d.code, 9) and t.kind = 'TOWNSHIP' where d.bureau_id = ${reading.bureau}`;

export const townships = (reading: Reading): Fragment => reading.share(placed(reading));

export const isInTownship = (divisionId: Fragment, code: Fragment, reading: Reading): Fragment =>
  sql`${divisionId} in (select p.id from (${placed(reading)}) p where p.code = ${code})`;

export const isInAnyTownship = (divisionId: Fragment, reading: Reading): Fragment =>
  sql`coalesce(${divisionId} in (select p.id from (${placed(reading)}) p), false)`;
