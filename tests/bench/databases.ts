import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { migrate } from "@maple-bridge/drizzle/migrate";
import { startPostgres } from "@maple-bridge/server/postgres/start";
import { claimTestFolder, removeTestFolder } from "../support/test-folder.ts";
import { parentOf } from "./cpu.ts";
import { codeOf, loadDataset, type Shape } from "./dataset.ts";

/** Which bureaus a database holds, and of which of them is asked. */
export interface Place {
  name: string;
  codes: readonly string[];
  /** Work items of each bureau, where the work is asked about. */
  items: number;
  /** Runs of a weekly checklist besides, of each bureau: none if not asked for. */
  runs?: number;
  /** Without any: the demo bureaus. */
  datasets: readonly Omit<Shape, "onDay" | "passwordHash">[];
}

const codesFrom = (first: number, count: number) => Array.from({ length: count }, (_, index) => codeOf(first + index));

/**
 * The demo's 舞钢, a thousand bureaus of 225 grids, or as many as are wanted; each with 50,000 work items where it is alone, else with
 * 5,000, or as many as are wanted.
 */
export function placeOf(size: string, { items: wanted, runs }: { items?: number; runs?: number } = {}): Place {
  const items = wanted ?? (size === "one" ? 50_000 : 5_000);
  const name = wanted === undefined ? size : `${size}-of-${wanted}`;
  if (size === "one") return { name, codes: ["410481"], items, runs, datasets: [] };
  const bureaus = size === "thousand" ? 1_000 : Number(size);
  if (!Number.isInteger(bureaus) || bureaus <= 0 || bureaus >= 5_000)
    throw new Error(`There is no size ${size}: there are one, thousand, and a number of bureaus below 5000.`);
  return {
    name: size === "thousand" ? name : `bureaus-${name}`,
    codes: codesFrom(1, bureaus),
    items,
    runs,
    datasets: [{ bureaus, grids: 225, firstBureau: 1, audited: false }],
  };
}

/** A bureau of 225 grids beside one of 2,250. */
export const screensPlace: Place = {
  name: "screens",
  items: 5_000,
  codes: [codeOf(1), codeOf(5_001)],
  datasets: [
    { bureaus: 1, grids: 225, firstBureau: 1, audited: true },
    { bureaus: 1, grids: 2_250, firstBureau: 5_001, audited: true },
  ],
};

export type BenchDatabase = Awaited<ReturnType<typeof openDatabase>>;

export async function openDatabase({ name, datasets }: Place, keep: string | undefined) {
  const folder = keep ? join(keep, name) : await claimTestFolder();
  const server = await startPostgres({ dataDir: join(folder, "postgres"), log: () => {} });
  await migrate(server.ownerUrl, server.applicationRole);
  for (const dataset of datasets) {
    const shape = { ...dataset, onDay: "2026-11-28", passwordHash: "none" };
    if (await loadDataset(server.superuserUrl, shape))
      console.log(`loaded ${dataset.bureaus} × ${dataset.grids} grids`);
  }
  const sql = postgres(server.superuserUrl, { max: 1, onnotice: () => {} });
  const [{ pid }] = (await sql`select pg_backend_pid() as pid`) as unknown as [{ pid: number }];
  return {
    ...server,
    folder,
    sql,
    postmaster: parentOf(pid),
    async close() {
      await sql.end();
      await server.stop();
      if (!keep) await removeTestFolder(folder);
    },
  };
}

/** Each flush of the log waits so long first, as on a slow disk: PostgreSQL's commit_delay, whoever else is committing. */
export async function delayCommits(sql: Sql, milliseconds: number | undefined) {
  const settings = { commit_delay: milliseconds && milliseconds * 1_000, commit_siblings: milliseconds && 0 };
  for (const [name, value] of Object.entries(settings))
    await sql.unsafe(value === undefined ? `alter system reset ${name}` : `alter system set ${name} = ${value}`);
  await sql`select pg_reload_conf()`;
}
