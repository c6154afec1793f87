import postgres, { type Sql } from "postgres";
import { takeIndexes } from "./dataset.ts";
import { workInsertions, workTables, workViews } from "./work-rows.ts";

export interface WorkShape {
  /** The bureaus, which are there already. */
  codes: readonly string[];
  /** Of each bureau: the last of them, four a grid, are open; the others lie over two years. */
  items: number;
}

/** The ledger of work of some bureaus, made by PostgreSQL itself: all of it or none. False where it is there already. */
export async function loadWork(url: string, shape: WorkShape): Promise<boolean> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    if (await isLoaded(sql, shape)) return false;
    await sql.begin((tx) => load(tx as unknown as Sql, shape));
    await sql.unsafe(`vacuum analyze ${workTables.join()}`);
    return true;
  } finally {
    await sql.end();
  }
}

/** By the category that every matter of it has. */
async function isLoaded(sql: Sql, { codes }: WorkShape): Promise<boolean> {
  const [row] = await sql<{ loaded: number }[]>`
    select count(*)::int as loaded from bureaus b join matter_categories c on c.bureau_id = b.bureau_id and c.code = 'BENCH' where b.code = any(${codes as string[]})`;
  if (row!.loaded !== 0 && row!.loaded !== codes.length) throw new Error("Only some of the bureaus have work already.");
  return row!.loaded > 0;
}

async function load(sql: Sql, { codes, items }: WorkShape) {
  await sql`set local session_replication_role = replica`;
  await sql`set local maintenance_work_mem = '1GB'`;
  await sql`set local work_mem = '256MB'`;
  await sql`create temp table asked_bureaus on commit drop as select unnest(${codes as string[]}::text[]) as code`;
  await sql`create temp table work_shape on commit drop as select ${items}::int as items`;
  await sql.unsafe(workViews);
  const putBack = await takeIndexes(sql, workTables);
  for (const insertion of workInsertions) await sql.unsafe(insertion);
  for (const statement of putBack) await sql.unsafe(statement);
}
