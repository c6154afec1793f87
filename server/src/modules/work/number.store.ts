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

interface Last {
  year: number;
  last: number;
}

/** How far a series has come that only imports number by, one of a bureau at a time: so a plan may number its rows. */
export async function lastOfSeries(
  { sql, bureauId, now }: Pick<Transaction, "sql" | "bureauId" | "now">,
  series: string,
): Promise<Last> {
  const year = Number(dayOf(now).slice(0, 4));
  const [row] = await sql<{ last: number }[]>`
    select last from number_series where bureau_id = ${bureauId} and series = ${series} and year = ${year}`;
  return { year, last: row?.last ?? 0 };
}

/** Takes so many numbers that follow the last one; false where it is no longer the last. */
export async function takeNumbers(
  { sql, bureauId }: Transaction,
  series: string,
  { year, last }: Last,
  count: number,
): Promise<boolean> {
  const taken = await sql`
    insert into number_series as s (bureau_id, series, year, last) values (${bureauId}, ${series}, ${year}, ${count})
    on conflict (bureau_id, series, year) do update set last = s.last + ${count} where s.last = ${last}
    returning last`;
  return Number(taken[0]?.["last"] ?? -1) === last + count;
}

/** Gives back numbers that were taken, so that no gap is left; false where others have been taken since. */
export async function giveNumbersBack({ sql, bureauId }: Transaction, series: string, numbers: readonly string[]) {
  const given = numbers.map((number) => /-(\d{4})-[A-Z]+(\d+)$/.exec(number)!);
  const years = new Set(given.map(([, year]) => Number(year)));
  for (const year of years) {
    const ofYear = given.filter(([, each]) => Number(each) === year).map(([, , last]) => Number(last));
    const last = Math.max(...ofYear);
    const back = await sql`
      update number_series set last = ${last - ofYear.length}
      where bureau_id = ${bureauId} and series = ${series} and year = ${year} and last = ${last}`;
    if (back.count === 0) return false;
  }
  return true;
}
