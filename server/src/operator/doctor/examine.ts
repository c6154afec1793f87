import "./doctor.messages.ts";
import { existsSync } from "node:fs";
import { join } from "node:path";
import connect, { type TransactionSql } from "postgres";
import { filesPlaceOf } from "../../face/files-settings.ts";
import { postgresFolderOf } from "../../face/settings.ts";
import { externalPostgres } from "../../postgres/external.ts";
import { startPostgres } from "../../postgres/start.ts";
import type { Postgres } from "../../postgres/types.ts";
import { actFor } from "../backup/snapshot.store.ts";
import { calendarCheck, photosCheck, sealKeyCheck } from "./bureau-checks.ts";
import {
  clockCheck,
  durabilityCheck,
  guardsCheck,
  locksCheck,
  migrationsCheck,
  roleCheck,
  versionCheck,
} from "./database-checks.ts";
import { bad, type CheckHere, type CheckThere, type Finding, type Here, type There } from "./finding.ts";
import {
  backupCheck,
  clusterCheck,
  folderCheck,
  permissionsCheck,
  portCheck,
  roomCheck,
  settingsCheck,
} from "./machine-checks.ts";
import { auditCheck, chainsCheck, jobsCheck } from "./work-checks.ts";

export const checksHere: Record<string, CheckHere> = {
  settings: settingsCheck,
  folder: folderCheck,
  permissions: permissionsCheck,
  room: roomCheck,
  port: portCheck,
  backup: backupCheck,
};

export const checksThere: Record<string, CheckThere> = {
  cluster: clusterCheck,
  version: versionCheck,
  durability: durabilityCheck,
  locks: locksCheck,
  role: roleCheck,
  guards: guardsCheck,
  migrations: migrationsCheck,
  clock: clockCheck,
  sealKey: sealKeyCheck,
  calendar: calendarCheck,
  photos: photosCheck,
  jobs: jobsCheck,
  audit: auditCheck,
  chains: chainsCheck,
};

/** Looks at everything and changes nothing; what cannot be looked at is a finding, too. */
export async function examine(here: Here): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [name, check] of Object.entries(checksHere)) findings.push(...(await run(name, () => check(here))));
  return [...findings, ...(await examineDatabase(here))];
}

async function examineDatabase(here: Here): Promise<Finding[]> {
  let postgres: Postgres;
  try {
    const found = await reach(here);
    if (!found) return [bad("DATABASE_ABSENT")];
    postgres = found;
  } catch (error) {
    return [bad("DATABASE_UNREACHED", { reason: (error as Error).message })];
  }
  const sql = connect(postgres.applicationUrl, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    return await examineThere(await thereOf(here, postgres, sql));
  } catch (error) {
    return [bad("DATABASE_UNREACHED", { reason: (error as Error).message })];
  } finally {
    await sql.end({ timeout: 5 });
    await postgres.stop();
  }
}

/** The embedded server is started where none runs; where there is none at all, none is made. */
async function reach({ env, dataFolder }: Here): Promise<Postgres | undefined> {
  const external = externalPostgres(env);
  if (external) return external;
  const folder = postgresFolderOf(dataFolder);
  if (!existsSync(join(folder, "cluster")) && !existsSync(join(folder, "moved-to"))) return undefined;
  return startPostgres({ dataDir: folder, log: () => {}, share: true });
}

export async function thereOf(here: Here, postgres: There["postgres"], sql: connect.Sql): Promise<There> {
  const of: There["of"] = async (bureauId, work) =>
    (
      await sql.begin(async (tx: TransactionSql) => {
        await actFor(tx, bureauId);
        return { done: await work(tx) };
      })
    ).done as Awaited<ReturnType<typeof work>>;
  await sql`select 1`;
  return { ...here, postgres, sql, files: filesPlaceOf(here.dataFolder, here.env), bureaus: await bureausIn(sql), of };
}

/** None before the first migrations. */
const bureausIn = (sql: connect.Sql) =>
  sql<{ id: string; code: string }[]>`select bureau_id as id, code from audit_heads_to_keep()`.then(
    (rows) => [...rows],
    () => [],
  );

export async function examineThere(there: There): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [name, check] of Object.entries(checksThere)) findings.push(...(await run(name, () => check(there))));
  return findings;
}

async function run(check: string, work: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await work();
  } catch (error) {
    return [bad("CHECK_FAILED", { check, reason: (error as Error).message })];
  }
}
