import type { Transaction } from "#kernel/command";
import { dayOf } from "#kernel/day";

/**
 * The next number of a series in the year, without a gap: the row is held until the commit, so it is asked for last. As in
 * 410481-2026-T000012, with the bureau's code.
 */
export async function nextNumber({ sql, bureauId, now }: Transaction, series: string): Promise<string> {
  const year = Number(dayOf(now).slice(0, 4));
  const [row] = await sql<{ last: number; code: string }[]>`
    insert into number_series as s (bureau_id, series, year, last) values (${bureauId}, ${series}, ${year}, 1)
    on conflict (bureau_id, series, year) do update set last = s.last + 1
    returning last, (select b.code from bureaus b where b.bureau_id = ${bureauId})`;
  return `${row!.code}-${year}-${series}${String(row!.last).padStart(6, "0")}`;
}
