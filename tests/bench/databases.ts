import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { migrate } from "@maple-bridge/drizzle/migrate";
import { startPostgres } from "@maple-bridge/server/kernel/postgres/start";
import { claimTestFolder, removeTestFolder } from "../support/test-folder.ts";
import { parentOf } from "./cpu.ts";
import { codeOf, loadDataset } from "./dataset.ts";

/** Which bureaus there are: the demo's 舞钢, a thousand of 225 grids, or one of 225 beside one of 2,250. */
export const sizes = {
  one: { codes: ["410481"], datasets: [] },
  thousand: {
    codes: Array.from({ length: 1_000 }, (_, index) => codeOf(1 + index)),
    datasets: [{ bureaus: 1_000, grids: 225, firstBureau: 1, audited: false }],
  },
  screens: {
    codes: [codeOf(1), codeOf(5_001)],
    datasets: [
      { bureaus: 1, grids: 225, firstBureau: 1, audited: true },
      { bureaus: 1, grids: 2_250, firstBureau: 5_001, audited: true },
    ],
  },
} as const;

export type Size = keyof typeof sizes;

export type BenchDatabase = Awaited<ReturnType<typeof openDatabase>>;

export async function openDatabase(size: Size, keep: string | undefined) {
  const folder = keep ? join(keep, size) : await claimTestFolder();
  const server = await startPostgres({ dataDir: join(folder, "postgres"), log: () => {} });
  await migrate(server.ownerUrl, server.applicationRole);
  for (const dataset of sizes[size].datasets) {
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
