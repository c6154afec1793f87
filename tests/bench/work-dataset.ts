import postgres, { type Sql } from "postgres";
import { takeIndexes } from "./dataset.ts";
import { runInsertions, runTables, runViews } from "./run-rows.ts";
import { groundViews, workInsertions, workTables, workViews } from "./work-rows.ts";

export interface WorkShape {
  /** The bureaus, which are there already. */
  codes: readonly string[];
  /** Of each bureau: the last of them, four a grid, are open; the others lie over two years. */
  items: number;
  /** Of each bureau, besides: runs of a weekly checklist over two years. */
  runs?: number;
}

/** What is laid at once, and the row by which a bureau is known to have it. */
interface Layer {
  mark: string;
  views: string;
  insertions: readonly string[];
  tables: readonly string[];
}

const work: Layer = {
  mark: "matter_categories c on c.bureau_id = b.bureau_id and c.code = 'BENCH'",
  views: workViews,
  insertions: workInsertions,
  tables: workTables,
};

const weeklyRuns: Layer = {
  mark: "checklist_templates c on c.bureau_id = b.bureau_id and c.code = 'BENCH'",
  views: runViews,
  insertions: runInsertions,
  tables: runTables,
};

/** The ledger of work of some bureaus, made by PostgreSQL itself: all of it or none. Names what was not there already. */
export async function loadWork(url: string, shape: WorkShape): Promise<string[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const loaded: string[] = [];
    if (await lay(sql, shape, work)) loaded.push(`${shape.items} work items`);
    if (shape.runs && (await lay(sql, shape, weeklyRuns))) loaded.push(`${shape.runs} runs`);
    return loaded;
  } finally {
    await sql.end();
  }
}

async function lay(sql: Sql, shape: WorkShape, layer: Layer): Promise<boolean> {
  if (await isLaid(sql, shape, layer)) return false;
  await sql.begin((tx) => load(tx as unknown as Sql, shape, layer));
  await sql.unsafe(`vacuum analyze ${layer.tables.join()}`);
  return true;
}

async function isLaid(sql: Sql, { codes }: WorkShape, { mark }: Layer): Promise<boolean> {
  const [row] = await sql<{ laid: number }[]>`
    select count(*)::int as laid from bureaus b join ${sql.unsafe(mark)} where b.code = any(${codes as string[]})`;
  if (row!.laid !== 0 && row!.laid !== codes.length) throw new Error("Only some of the bureaus have work already.");
  return row!.laid > 0;
}

async function load(sql: Sql, { codes, items, runs = 0 }: WorkShape, { views, insertions, tables }: Layer) {
  await sql`set local session_replication_role = replica`;
  await sql`set local maintenance_work_mem = '1GB'`;
  await sql`set local work_mem = '256MB'`;
  await sql`create temp table asked_bureaus on commit drop as select unnest(${codes as string[]}::text[]) as code`;
  await sql`create temp table work_shape on commit drop as select ${items}::int as items, ${runs}::int as runs`;
  await sql.unsafe(groundViews);
  await sql.unsafe(views);
  const putBack = await takeIndexes(sql, tables);
  for (const insertion of insertions) await sql.unsafe(insertion);
  for (const statement of putBack) await sql.unsafe(statement);
}
