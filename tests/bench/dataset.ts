import postgres, { type Sql } from "postgres";
import { auditOfBureau, insertions } from "./dataset-rows.ts";
import { views } from "./dataset-views.ts";
import { wordFunctions } from "./dataset-words.ts";

export interface Shape {
  bureaus: number;
  /** Of each bureau. With them go about three members a grid and four years of assignments and absences. */
  grids: number;
  /** Numbers of bureaus that are loaded beside others do not meet. */
  firstBureau: number;
  /** Today, as the rows have it: 2026-11-28. */
  onDay: string;
  passwordHash: string;
  /** Whether the audit log tells of the assignments. Its chain is made row by row, which takes long for a thousand bureaus. */
  audited: boolean;
}

export const codeOf = (bureau: number) => String(900_000 + bureau);

/**
 * Invented bureaus, made by PostgreSQL itself: all of them or none. False where they are there already. `url` is a
 * superuser's, because triggers and foreign keys are passed over; `npm test` holds that the rows keep to both.
 */
export async function loadDataset(url: string, shape: Shape): Promise<boolean> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    if (await isLoaded(sql, shape)) return false;
    await sql.begin((tx) => load(tx as unknown as Sql, shape));
    await sql`vacuum analyze`;
    return true;
  } finally {
    await sql.end();
  }
}

async function isLoaded(sql: Sql, { bureaus, grids, firstBureau }: Shape): Promise<boolean> {
  const codes = [codeOf(firstBureau), codeOf(firstBureau + bureaus - 1)];
  const found = await sql<{ grids: number }[]>`
    select count(g.id)::int as grids from bureaus b left join grids g on g.bureau_id = b.bureau_id where b.code between ${codes[0]!} and ${codes[1]!} group by b.code`;
  if (found.length === 0) return false;
  if (found.length === bureaus && found.every((each) => each.grids === grids)) return true;
  throw new Error(`The database holds other bureaus under the codes ${codes.join(" to ")}: load into another one.`);
}

async function load(sql: Sql, { bureaus, grids, firstBureau, onDay, passwordHash, audited }: Shape) {
  await sql`set local session_replication_role = replica`;
  await sql`set local maintenance_work_mem = '512MB'`;
  await sql`create temp table shape on commit drop as select ${bureaus}::int as bureaus, ${grids}::int as grids, ${firstBureau}::bigint as first_bureau,
    ${onDay}::date as on_day, ${passwordHash}::text as password_hash`;
  await sql.unsafe(wordFunctions);
  await sql.unsafe(views);
  const putBack = await takeIndexes(sql);
  for (const insertion of insertions) await sql.unsafe(insertion);
  for (const statement of putBack) await sql.unsafe(statement);
  await sql`set local session_replication_role = origin`;
  if (audited) await writeAudit(sql);
}

/** Indexes are made whole faster than row by row, so what no insertion needs is taken away meanwhile, as it is defined today. */
export async function takeIndexes(sql: Sql, tables?: readonly string[]): Promise<string[]> {
  const ofAsked = (column: string) =>
    tables ? sql`and ${sql(column)}::regclass::text = any(${tables as string[]})` : sql``;
  const taken = await sql<{ away: string; back: string }[]>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as away,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as back
    from pg_constraint where contype = 'x' and connamespace = 'public'::regnamespace ${ofAsked("conrelid")}
    union all
    select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
    from pg_index join pg_class on pg_class.oid = indexrelid
    where relnamespace = 'public'::regnamespace and not exists (select from pg_constraint where conindid = indexrelid) ${ofAsked("indrelid")}`;
  for (const { away } of taken) await sql.unsafe(away);
  return taken.map(({ back }) => back);
}

async function writeAudit(sql: Sql) {
  const bureaus = await sql<{ number: string }[]>`select b as number from every_bureau`;
  for (const { number } of bureaus) {
    await sql`select set_config('maple.bureau_id', pg_temp.id_of(1, ${number}, 0)::text, true)`;
    await sql.unsafe(auditOfBureau, [number]);
  }
}
