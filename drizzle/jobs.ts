import { getConstructionPlans, getMigrationPlans } from "pg-boss";
import boss from "pg-boss/package.json" with { type: "json" };
import type { Sql, TransactionSql } from "postgres";

/** The queue's own: its tables are pg-boss's, not ours. */
export const jobsSchema = "maple_jobs";

export const jobsWanted = boss.pgboss.schema;

export async function jobsVersionOf(sql: Sql | TransactionSql): Promise<number | null> {
  const [known] = await sql<{ version: string | null }[]>`select to_regclass(${`${jobsSchema}.version`}) as version`;
  if (!known?.version) return null;
  const [row] = await sql<{ version: number }[]>`select version::int from ${sql(jobsSchema)}.version`;
  return row?.version ?? null;
}

/** Brings the queue's tables to the version that the package is written for, by its own statements; of several who try one does. */
export async function migrateJobs(owner: Sql): Promise<void> {
  const version = await jobsVersionOf(owner);
  if (version !== null && version >= jobsWanted) return;
  const statements = version === null ? getConstructionPlans(jobsSchema) : getMigrationPlans(jobsSchema, version);
  try {
    await owner.unsafe(statements).simple();
  } catch (error) {
    await owner.unsafe("rollback").simple();
    if (await isJobsBehind(owner)) throw error;
  }
}

/** Whether the queue's tables lack what the package is written for. */
export async function isJobsBehind(sql: Sql): Promise<boolean> {
  return ((await jobsVersionOf(sql)) ?? 0) < jobsWanted;
}
