import type { Transaction } from "#kernel/command";
import type { Portion, Portions } from "./portions.ts";
import type { FileToRead } from "./sheet-tasks.ts";

type Place = Pick<Transaction, "sql" | "bureauId">;

export async function keepFile({ sql, bureauId }: Place, runId: string, portions: Portions) {
  for (const [position, portion] of portions.entries())
    await sql`
      insert into import_file_portions (bureau_id, run_id, position, bytes)
      values (${bureauId}, ${runId}, ${position}, decode(${Buffer.from(portion.buffer).toString("base64")}, 'base64'))`;
}

export async function isFileKept({ sql, bureauId }: Place, runId: string) {
  const [first] =
    await sql`select from import_file_portions where bureau_id = ${bureauId} and run_id = ${runId} limit 1`;
  return first ?? null;
}

/** The file as it was uploaded; null once it is no longer kept. */
export async function fileOf({ sql, bureauId }: Place, runId: string): Promise<FileToRead | null> {
  const [run] = await sql<{ fileName: string; portions: number }[]>`
    select r.file_name, (select count(*)::int from import_file_portions p where p.bureau_id = r.bureau_id and p.run_id = r.id) as portions
    from import_runs r where r.bureau_id = ${bureauId} and r.id = ${runId}`;
  if (!run || run.portions === 0) return null;
  const portions: Portion[] = [];
  while (portions.length < run.portions) {
    const [row] = await sql<{ bytes: Buffer }[]>`
      select bytes from import_file_portions where bureau_id = ${bureauId} and run_id = ${runId} and position = ${portions.length}`;
    portions.push(new Uint8Array(row!.bytes));
  }
  return { portions, fileName: run.fileName };
}

export async function dropFile({ sql, bureauId }: Place, runId: string) {
  await sql`delete from import_file_portions where bureau_id = ${bureauId} and run_id = ${runId}`;
}
