import postgres, { type Row } from "postgres";
import type { Context } from "./context.ts";
import type { Insertion } from "./database/insertion.ts";
import { isConnectionLoss } from "./database/pipeline.ts";
import { type Claim, keeping, resultOf } from "./idempotency.ts";
import { sharedLook, sharedWrite } from "./swift-statements.ts";
import { type Fragment, isStill, type Transaction } from "./transaction.ts";

/** How a command is tried first: it looks, decides holding nothing, and writes provided that what it saw still stands. */
export interface Swift<L, A> {
  asks: A;
  /** One query for all that is loaded for what is asked, here and by others of the same reach. */
  look(tx: Transaction, asked: readonly A[]): Fragment;
  /** What of it is for this command. */
  seen(tx: Transaction, row: Row): L;
  basis(loaded: L): Basis;
  /**
   * An SQL function (bureau uuid, basis jsonb) that says whether it is still so. It holds the rows it is about until the
   * writing is done, without waiting for them.
   */
  stands: string;
}

/** What a decision rests on. */
export interface Basis {
  /** Ids of rows that it holds for itself: commands that share one are not written by one statement. */
  alone: readonly string[];
  json: object;
}

interface SwiftBeats<R, L, A> {
  swift: Swift<L, A>;
  /** Sends nothing itself: what it writes is left to `insert` and `record`. */
  act(tx: Transaction, loaded: L): Promise<R>;
}

/**
 * One statement looks, with the actor's stamp and the key; another writes all there is to write. Commands that come at one
 * time share both. Undefined where another transaction got in the way, or the actor must be looked up anew: then the
 * command holds its rows and decides again.
 */
export async function trySwiftly<R extends object, L, A>(
  ctx: Context,
  claim: Claim,
  { swift, act }: SwiftBeats<R, L, A>,
): Promise<R | undefined> {
  const { database, actor } = ctx;
  const { bureauId } = claim;
  if (!actor || !actor.mayWrite || actor.mustChangePassword) return undefined;
  const sql = database.writes as unknown as Transaction["sql"];
  const insertions: Insertion[] = [];
  const tx = { sql, bureauId, actor, now: ctx.now(), ctx, deeds: [], insertions };
  const found = await unlessRefused(database.look(sharedLook(tx, claim, swift)));
  if (!found || !isStill(actor, found.stamp, tx.now)) return undefined;
  const first = resultOf<R>(found.told, claim);
  if (first) return first;
  const loaded = swift.seen(tx, found.row);
  const result = await act(tx, loaded);
  insertions.push(keeping(claim, result));
  const { stamp } = actor.known;
  const decided = { stamp, stands: swift.stands, basis: swift.basis(loaded), insertions };
  const isWritten = await unlessRefused(database.write(sharedWrite(claim, decided)));
  if (!isWritten) return undefined;
  ctx.announce(bureauId, tx.deeds);
  return result;
}

/** Undefined where the database refuses a statement: any that shares it may be why, and holding its rows each learns whether it was. */
async function unlessRefused<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isConnectionLoss(error) || error instanceof postgres.PostgresError) return undefined;
    throw error;
  }
}
