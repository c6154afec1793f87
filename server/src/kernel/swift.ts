import type { PendingQuery, Row } from "postgres";
import type { Context } from "./context.ts";
import { isRaceLost, refusalOf } from "./database/refusals.ts";
import { type Claim, keeping, resultOf, type Told, toldUnder } from "./idempotency.ts";
import { appended, type Deed } from "./record.ts";
import { type Fragment, isStill, provided, type Transaction } from "./transaction.ts";

/** How a command is tried first: it looks, decides holding nothing, and writes provided that what it saw still stands. */
export interface Swift<L> {
  /** One query for all that is loaded. */
  look(tx: Transaction): Fragment;
  seen(tx: Transaction, row: Row): L;
  /** An SQL condition that holds the rows it is about until the writing is done, without waiting for them. */
  stands(tx: Transaction, loaded: L): Fragment;
}

interface SwiftBeats<R, L> {
  swift: Swift<L>;
  /** Sends nothing itself: what it writes is left to `atCommit` and `record`. */
  act(tx: Transaction, loaded: L): Promise<R>;
}

/**
 * One statement looks, with the actor's stamp and the key; another writes all there is to write. Undefined where another
 * transaction got in the way, or the actor must be looked up anew: then the command holds its rows and decides again.
 */
export async function trySwiftly<R extends object, L>(
  ctx: Context,
  claim: Claim,
  { swift, act }: SwiftBeats<R, L>,
): Promise<R | undefined> {
  const { database, actor } = ctx;
  const { bureauId } = claim;
  if (!actor || !actor.mayWrite || actor.mustChangePassword) return undefined;
  const deeds: Deed[] = [];
  const fragments = database.writes as unknown as Transaction["sql"];
  const tx = { sql: fragments, bureauId, actor, now: ctx.now(), ctx, deeds, closing: [], isProvided: true };
  const [found] = await database.swiftly<Row & { stamp: number; told: Told | null }>(
    bureauId,
    "looks",
    (sql) => sql`
    select b.identity_stamp as stamp, ${toldUnder(fragments, claim)} as told, seen.*
    from bureaus b, lateral (${swift.look(tx)}) seen where b.bureau_id = ${bureauId}`,
  );
  if (!found || !isStill(actor, found.stamp, tx.now)) return undefined;
  const first = resultOf<R>(found.told, claim);
  if (first) return first;
  const loaded = swift.seen(tx, found);
  const result = await act(tx, loaded);
  if (!(await write(tx, claim, result, swift.stands(tx, loaded)))) return undefined;
  ctx.announce(bureauId, deeds);
  return result;
}

/** Whether it was written: not where the ground has moved, and not where the database refused it. */
async function write(tx: Transaction, claim: Claim, result: object, stands: Fragment): Promise<boolean> {
  const { bureauId, actor, ctx, closing = [] } = tx;
  const statement = (sql: Transaction["sql"]): PendingQuery<Row[]> => sql`
    with stands as materialized (
      select identity_stamp = ${actor.known.stamp} and ${stands} as yes from bureaus where bureau_id = ${bureauId}
    ), ${closing.map((part, index) => sql`${sql.unsafe(`part_${index}`)} as (${part}),`)} ${appended(tx, tx.deeds)}
    ${keeping(sql, claim, result)} ${provided(tx)} returning key`;
  try {
    const kept = await ctx.database.swiftly(bureauId, "writes", (sql) => statement(sql as never) as never);
    return kept.length > 0;
  } catch (error) {
    if (isRaceLost(error) || refusalOf(error)) return false;
    throw error;
  }
}
