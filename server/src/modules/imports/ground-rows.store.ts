import type { PendingQuery, Row } from "postgres";
import type { Sql, Transaction } from "#kernel/command";
import { dayOf } from "#kernel/day";
import type { Portions } from "./portions.ts";

export type Place = Pick<Transaction, "sql" | "bureauId" | "now" | "actor">;

const mostInText = 250;

/** A part of a statement. */
export type Statement = PendingQuery<Row[]>;

export type RowsAfter = (place: Place, after: string) => Statement;

/** All rows in portions, in the order of their ids. */
export async function textsOf(place: Place, rowsAfter: RowsAfter): Promise<Portions> {
  const texts: Portions = [];
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const [[text, last, count] = []] = await place.sql`
      select json_agg(row)::text, (array_agg(row.id order by row.id desc))[1], count(*)
      from (${rowsAfter(place, after)} order by id limit ${mostInText}) row`.raw();
    if (!text) return texts;
    texts.push(new Uint8Array(text));
    if (Number(count) < mostInText) return texts;
    after = String(last);
  }
}

export const isToday = (sql: Sql, alias: string, now: Date) =>
  sql`${sql(alias)}.starts_on <= ${dayOf(now)} and (${sql(alias)}.ends_on is null or ${sql(alias)}.ends_on > ${dayOf(now)})`;
