import type { Transaction } from "#kernel/command";
import { headIn, type KeptPortion, type SheetHead } from "./kept-sheets.ts";
import type { Portions } from "./portions.ts";

type Place = Pick<Transaction, "sql" | "bureauId">;

/** What was read of a file's sheets. */
export async function keepFile({ sql, bureauId }: Place, runId: string, portions: KeptPortion[]) {
  for (const [position, { sheet, portion }] of portions.entries())
    await sql`
      insert into import_file_portions (bureau_id, run_id, position, sheet, bytes)
      values (${bureauId}, ${runId}, ${position}, ${sheet}, decode(${Buffer.from(portion.buffer).toString("base64")}, 'base64'))`;
}

export async function isFileKept({ sql, bureauId }: Place, runId: string): Promise<boolean> {
  const found = await sql`select from import_file_portions where bureau_id = ${bureauId} and run_id = ${runId} limit 1`;
  return found.length > 0;
}

/** The sheet that was chosen; null once it is no longer kept. */
export async function fileOf({ sql, bureauId }: Place, runId: string): Promise<Portions | null> {
  const places = await sql<{ position: number }[]>`
    select p.position from import_runs r join import_file_portions p on p.bureau_id = r.bureau_id and p.run_id = r.id and p.sheet = r.sheet
    where r.bureau_id = ${bureauId} and r.id = ${runId} order by p.position`;
  const portions: Portions = [];
  for (const { position } of places) {
    const [row] = await sql<{ bytes: Buffer }[]>`
      select bytes from import_file_portions where bureau_id = ${bureauId} and run_id = ${runId} and position = ${position}`;
    portions.push(new Uint8Array(row!.bytes));
  }
  return portions.length > 0 ? portions : null;
}

/** What a sheet begins with; undefined for one that cannot be read, or is no longer kept. */
export async function headOfSheet(
  { sql, bureauId }: Place,
  runId: string,
  sheet: number,
): Promise<SheetHead | undefined> {
  const [first] = await sql<{ bytes: Buffer }[]>`
    select bytes from import_file_portions where bureau_id = ${bureauId} and run_id = ${runId} and sheet = ${sheet} order by position limit 1`;
  return first && headIn(new Uint8Array(first.bytes));
}

/** No row of it stays: neither the first ones that were shown, nor those that something was wrong with. */
export async function dropFile({ sql, bureauId }: Place, runId: string) {
  await sql`delete from import_file_portions where bureau_id = ${bureauId} and run_id = ${runId}`;
  await sql`delete from import_errors where bureau_id = ${bureauId} and run_id = ${runId}`;
  await sql`update import_runs set preview = '[]'::jsonb where bureau_id = ${bureauId} and id = ${runId}`;
}
