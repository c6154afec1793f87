import type { Actor } from "../actor.ts";
import { serverOf } from "../database/durable.ts";
import { type Insertion, insertStatements } from "../database/insertion.ts";
import type { Deed } from "../record.ts";
import type { Transaction } from "../transaction.ts";
import type { JobContext } from "./job.ts";

/**
 * A transaction of what time brings about: nobody asks, so nobody's rights are looked at, and the audit log names the system. Its
 * audit rows are sent last, as a command's are, and it is told once it has come to the disk, when the end of the bureau's audit chain is
 * free again. Each statement is waited for: how long it may go on is told by the clock.
 */
export async function asClock<R>(ctx: JobContext, work: (tx: Transaction) => Promise<R>): Promise<R> {
  const { bureauId, database } = ctx;
  const deeds: Deed[] = [];
  const sent: string[] = [];
  const insertions: Insertion[] = [];
  const flushed = await database.durable.before();
  const { result, server } = await ctx.inBureau(async (sql) => {
    const [of] = await sql<[{ server: string }]>`
      select set_config('synchronous_commit', 'off', true), ${sql.unsafe(serverOf)} as server`;
    const tx: Transaction = { sql, bureauId, actor: clock(bureauId), now: ctx.now(), ctx, deeds, sent, insertions };
    const result = await work(tx);
    for (const statement of insertStatements(sql, bureauId, insertions)) await statement;
    return { result, server: of.server };
  });
  await flushed(server);
  if (deeds.length > 0) ctx.announce(bureauId, deeds);
  if (sent.length > 0) database.queue.wake(sent);
  return result;
}

const clock = (bureauId: string): Actor => ({
  bureauId,
  accountId: bureauId,
  name: "系统",
  memberId: null,
  via: { kind: "clock", id: bureauId },
  mustChangePassword: false,
  mayWrite: true,
  grants: [],
  known: { stamp: 0, until: null },
});
