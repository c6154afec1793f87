import { connectForWrites } from "../../kernel/database/connect.ts";
import { compareHeads, headsToKeep, type FurthestHeads, noteHeads } from "../../modules/audit/index.ts";
import { readKeptHeads } from "../kept-heads.ts";
import { bad, type CheckThere, type Finding, soon, well } from "./finding.ts";

const mostMinutes = 5;

/** A server takes what waits within seconds; what waits for long waits for a server. */
export const jobsCheck: CheckThere = async ({ sql }) => {
  const [row] = await sql<{ behind: number; minutes: number; failed: number }[]>`
    select count(*) filter (where state in ('created', 'retry') and start_after < now() - make_interval(mins => ${mostMinutes}))::int as behind,
      coalesce(extract(epoch from now() - min(start_after) filter (where state in ('created', 'retry'))) / 60, 0)::int as minutes,
      count(*) filter (where state = 'failed')::int as failed from maple_jobs.job where name not like '\\_\\_pgboss%'`;
  const { behind, minutes, failed } = row!;
  const found: Finding[] = [];
  if (behind > 0) found.push(bad("JOBS_BEHIND", { behind, minutes }));
  if (failed > 0) found.push(soon("JOBS_FAILED", { failed }));
  return found.length > 0 ? found : [well("JOBS_UP_TO_DATE")];
};

const mostHours = 2;
const hourMs = 3_600_000;

/** The ends of the logs against those that were kept; row by row `verify-audit` looks, which takes as long as the logs are. */
export const auditCheck: CheckThere = async ({ postgres, dataFolder, now }) => {
  const kept = await readKeptHeads(dataFolder);
  const found: Finding[] = kept.faults.map(({ number }) => bad("HEADS_CHANGED", { number, file: kept.path }));
  const furthest: FurthestHeads = new Map();
  for (const heads of kept.byBureau.values()) noteHeads(furthest, kept.newest ?? "", heads);
  const heads = await headsOf(postgres.applicationUrl);
  for (const { code, sequence } of compareHeads(furthest, heads).lost) found.push(bad("AUDIT_CUT", { code, sequence }));
  if (kept.newest === null) found.push(soon("HEADS_NONE"));
  else if (now.getTime() - Date.parse(kept.newest) > mostHours * hourMs)
    found.push(soon("HEADS_OLD", { at: kept.newest }));
  return found.length > 0 ? found : [well("AUDIT_ENDS_KEPT", { bureaus: heads.length })];
};

const mostDays = 3;

/** What the checks of the logs have found, which each night goes on with. */
export const chainsCheck: CheckThere = async ({ bureaus, of, now }) => {
  const found: Finding[] = [];
  const since = new Date(now.getTime() - mostDays * 24 * hourMs);
  for (const { id, code } of bureaus) {
    const { brokenAt, isChecked } = await of(id, async (sql) => {
      const [row] = await sql<{ brokenAt: string | null; isChecked: boolean }[]>`
        select (select min(broken_at) from standing_chain_breaks(${id})) as "brokenAt",
          exists (select from audit_chain_results where bureau_id = ${id} and finished_at >= ${since})
          or not exists (select from audit_entries where bureau_id = ${id} and at < ${since}) as "isChecked"`;
      return row!;
    });
    if (brokenAt !== null) found.push(bad("CHAIN_BROKEN", { code, sequence: brokenAt }));
    else if (!isChecked) found.push(soon("CHAIN_UNCHECKED", { code, days: mostDays }));
  }
  return found.length > 0 ? found : [well("CHAINS_WHOLE", { bureaus: bureaus.length })];
};

async function headsOf(url: string) {
  const writes = connectForWrites(url, 1);
  try {
    return await headsToKeep({ writes });
  } finally {
    await writes.end({ timeout: 5 });
  }
}
