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

interface Outbox {
  rows: number;
  reachesBack: number | null;
}

/** Connections by what they are for, jobs by their state, and how much there is in the outbox: no row of any bureau. Without an answer in time it says so, and no more. */
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
    const asked = Promise.all([connectionsOf(writes), jobsOf(writes), brokenChainsOf(writes), outboxOf(writes)]);
    const [connections, jobs, broken, outbox] = await Promise.race([asked, late]);
    return [isUp(1), waiting, ...metricsOf(connections, jobs), brokenMetric(broken), ...outboxMetrics(outbox)];
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

/** Nothing takes rows from it, so that none waits: neither figure is a delay. */
const outboxMetrics = ({ rows, reachesBack }: Outbox): Metric[] => [
  {
    name: "maple_outbox_rows",
    type: "gauge",
    help: "Rows of the outbox, as PostgreSQL estimates them. Nothing takes rows from it yet: they are kept, and none waits.",
    samples: [{ value: rows }],
  },
  {
    name: "maple_outbox_reaches_back_seconds",
    type: "gauge",
    help: "The age of the oldest row of the outbox: how far back it reaches, and no delay.",
    samples: reachesBack === null ? [] : [{ value: reachesBack }],
  },
];

/** A row by key of each bureau, and an estimate: counting would go through all that was ever done. */
async function outboxOf(sql: Database["writes"]): Promise<Outbox> {
  const [row] = await sql<Outbox[]>`
    select greatest((select reltuples from pg_class where oid = 'outbox_events'::regclass), 0)::float8 as rows,
      extract(epoch from now() - outbox_reaches_back_to())::float8 as "reachesBack"`;
  return row!;
}

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
