import type { Transaction } from "#kernel/command";
import type { KeptErrors } from "./kept-errors.ts";
import { type Portions, textOf } from "./portions.ts";

type Place = Pick<Transaction, "sql" | "bureauId">;

/** In place of what an earlier check has found. */
export async function keepErrors({ sql, bureauId }: Place, runId: string, { portions }: KeptErrors) {
  await sql`delete from import_errors where bureau_id = ${bureauId} and run_id = ${runId}`;
  for (const portion of portions)
    await sql`
      insert into import_errors (bureau_id, run_id, position, "row", "column", value, code, message, params)
      select ${bureauId}, ${runId}, e.position, e."row", e."column", e.value, e.code, e.message, coalesce(e.params, '{}'::jsonb)
      from jsonb_to_recordset(${textOf(portion)}::text::jsonb) as e(position int, "row" int, "column" text, value text, code text, message jsonb, params jsonb)`;
}

const mostInText = 250;

/** As JSON, which only the thread for files takes apart. */
export async function errorsOf({ sql, bureauId }: Place, runId: string): Promise<Portions> {
  const portions: Portions = [];
  for (let from = 0; ; from += mostInText) {
    const [[text] = []] = await sql`
      select json_agg(json_build_object('row', "row", 'column', "column", 'value', value, 'code', code, 'params', params) order by position)::text
      from import_errors where bureau_id = ${bureauId} and run_id = ${runId} and position >= ${from} and position < ${from + mostInText}`.raw();
    if (!text) return portions;
    portions.push(new Uint8Array(text));
  }
}
