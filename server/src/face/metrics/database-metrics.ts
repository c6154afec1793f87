import type { Database } from "#kernel/database/database";
import type { Metric } from "./exposition.ts";

const longestMs = 2_000;

interface Connections {
  use: string;
  state: string;
  count: number;
}
interface Jobs {
  job: string;
  state: string;
  count: number;
  oldest: number | null;
}

/** Connections by what they are for, and jobs by their state: no row of any bureau. Without an answer in time it says so, and no more. */
export async function databaseMetrics({ writes, waitingReads }: Database): Promise<Metric[]> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error("late")), longestMs).unref();
  });
  const isUp = (value: number): Metric => ({
    name: "maple_database_up",
    type: "gauge",
    help: "1 where the database answered.",
    samples: [{ value }],
  });
  const waiting: Metric = {
    name: "maple_reads_waiting",
    type: "gauge",
    help: "Reads that wait for a connection.",
    samples: [{ value: waitingReads() }],
  };
  try {
    const asked = Promise.all([connectionsOf(writes), jobsOf(writes), brokenChainsOf(writes)]);
    const [connections, jobs, broken] = await Promise.race([asked, late]);
    return [isUp(1), waiting, ...metricsOf(connections, jobs), brokenMetric(broken)];
  } catch {
    return [isUp(0), waiting];
  }
}

function metricsOf(connections: readonly Connections[], jobs: readonly Jobs[]): Metric[] {
  return [
    {
      name: "maple_database_connections",
      type: "gauge",
      help: "Connections of all servers on this database, by what they are for.",
      samples: connections.map(({ use, state, count }) => ({ labels: { use, state }, value: count })),
    },
    {
      name: "maple_jobs",
      type: "gauge",
      help: "Jobs in the queue; those that are done are kept for a week.",
      samples: jobs.map(({ job, state, count }) => ({ labels: { job, state }, value: count })),
    },
    {
      name: "maple_jobs_oldest_seconds",
      type: "gauge",
      help: "How long the job that is due has waited for longest.",
      samples: jobs.flatMap(({ job, oldest }) => (oldest === null ? [] : [{ labels: { job }, value: oldest }])),
    },
  ];
}

const brokenMetric = (value: number): Metric => ({
  name: "maple_audit_chains_broken",
  type: "gauge",
  help: "Bureaus whose audit log a check has found not to be as it was written, and none since as mended.",
  samples: [{ value }],
});

async function brokenChainsOf(sql: Database["writes"]): Promise<number> {
  const [row] = await sql<{ broken: number }[]>`select broken_audit_chains() as broken`;
  return row!.broken;
}

const connectionsOf = (sql: Database["writes"]) => sql<Connections[]>`
  select replace(application_name, 'maple-bridge ', '') as use, coalesce(state, 'unknown') as state, count(*)::int as count
  from pg_stat_activity where datname = current_database() and usename = current_user and application_name like 'maple-bridge %'
  group by 1, 2 order by 1, 2`;

const jobsOf = (sql: Database["writes"]) => sql<Jobs[]>`
  select name as job, state::text as state, count(*)::int as count,
    case when state in ('created', 'retry') then greatest(extract(epoch from now() - min(start_after)), 0)::float8 end as oldest
  from maple_jobs.job group by name, state order by 1, 2`;
