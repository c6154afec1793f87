import type { PendingRawQuery } from "postgres";
import { count } from "../counts.ts";
import type { ReadConnection } from "./connect.ts";
import { isConnectionLoss } from "./connection-loss.ts";
import { type PreparedPlans, planBudget, preparedPlans } from "./prepared-plans.ts";
import type { Read } from "./read.ts";

type Reserved = Awaited<ReturnType<ReadConnection["reserve"]>>;

interface Open {
  pool: ReadConnection;
  sql: Reserved;
  plans: PreparedPlans;
  /** The identity it last carried, and while that is being set, the promise of it: nothing is answered before it is. */
  identity: string | null;
  identifying: Promise<unknown> | null;
  planned: number;
  since: number;
}

export interface Sent {
  read: Read;
  query: PendingRawQuery<never[]>;
  isCancelled: boolean;
  /** Cancelled because it is slow, to be run among the heavy ones. */
  isTaken: boolean;
}

export interface ReaderOptions {
  connect: () => ReadConnection;
  /** What came of a statement: its rows or its error, and how long it stood at the head. */
  settled(sent: Sent, outcome: PromiseSettledResult<unknown>, took: number): void;
  /** It may be sent on again. */
  ready(): void;
  /** What planning leaves behind in PostgreSQL's process goes with the connection, after so many plans. */
  mostPlanned: number;
  /** No connection could be made. */
  failed(error: unknown): void;
}

export type Reader = ReturnType<typeof openReader>;

const longestMs = 30 * 60_000;

/**
 * One connection kept for reads. Statements are sent without waiting for those before, in order, so a `set_config` sent ahead
 * holds for all that follow; a broken connection takes its identity with it.
 */
export function openReader({ connect, mostPlanned, settled, ready, failed }: ReaderOptions) {
  const sent: Sent[] = [];
  let pool = connect();
  let open: Open | undefined;
  let isOpening = false;
  let cancels = 0;
  let headSince = 0;

  async function opening() {
    isOpening = true;
    const own = pool;
    try {
      const sql = (await own.reserve()) as Reserved;
      const made: Open = {
        pool: own,
        sql,
        plans: preparedPlans(planBudget, (signature) => closePlan(made, signature)),
        identity: null,
        identifying: null,
        planned: 0,
        since: performance.now(),
      };
      open = made;
    } catch (error) {
      failed(error);
    } finally {
      isOpening = false;
    }
    if (open) ready();
  }

  function closePlan(connection: Open, signature: string) {
    const name = connection.sql.forget({ signature });
    if (name === undefined) return;
    connection.planned++;
    count("plansClosed");
    connection.sql.unsafe(`deallocate "${name}"`).catch((error: unknown) => {
      if (!isConnectionLoss(error)) throw error;
    });
  }

  function isPrepared(connection: Open, { statement: { text }, plan }: Read) {
    const isWanted = plan !== null && connection.plans.admit(text, plan.owner);
    if (!isWanted) connection.planned++;
    return isWanted;
  }

  async function follow(connection: Open, each: Sent, isKept: boolean) {
    const outcome = await outcomeOf(each.query, connection.identifying);
    const now = performance.now();
    const took = now - headSince;
    sent.splice(sent.indexOf(each), 1);
    headSince = now;
    if (isKept) connection.plans.sent(each.read.statement.text, each.query.signature);
    if (outcome.status === "rejected" && isConnectionLoss(outcome.reason) && open === connection) open = undefined;
    settled(each, outcome, took);
  }

  return {
    sent,
    get isOpen() {
      return open !== undefined;
    },
    hasPlanned: ({ statement }: Read) => open !== undefined && open.plans.has(statement.text),
    /** For more plans, in bytes of SQL. */
    roomFor: (owner: string | null) => open?.plans.roomFor(owner) ?? 0,
    /** Nothing is sent while a cancellation is on its way, which might meet it. */
    get isFree() {
      return open !== undefined && cancels === 0;
    },
    get headSince() {
      return headSince;
    },
    get isWorn() {
      return open !== undefined && (open.planned > mostPlanned || performance.now() - open.since > longestMs);
    },
    open() {
      if (!open && !isOpening) void opening();
    },
    send(read: Read) {
      const connection = open!;
      if (connection.identity !== read.bureauId) identify(connection, read.bureauId);
      const isKept = isPrepared(connection, read);
      const query = connection.sql.unsafe(read.statement.text, read.values, { prepare: isKept }).raw();
      query.execute();
      const each: Sent = { read, query: query as never, isCancelled: false, isTaken: false };
      if (sent.push(each) === 1) headSince = performance.now();
      void follow(connection, each, isKept);
    },
    /** Only what stands at the head: the request would meet another's statement else. */
    async cancelHead() {
      const head = sent[0]!;
      head.isCancelled = true;
      cancels++;
      count("readsCancelled");
      await Promise.allSettled([head.query.cancel()]);
      cancels--;
      ready();
    },
    /** With nothing under way: a new connection, and a new process behind it. */
    renew() {
      const old = pool;
      pool = connect();
      open = undefined;
      count("connectionsRenewed");
      void opening();
      return old.end({ timeout: 0 });
    },
    close: () => pool.end({ timeout: 0 }),
  };
}

/** Nothing is answered before its identity is, and nothing at all where that failed. */
async function outcomeOf(
  query: PromiseLike<unknown>,
  identifying: Promise<unknown> | null,
): Promise<PromiseSettledResult<unknown>> {
  if (!identifying) return query.then(fulfilled, rejected);
  const [told, identified] = await Promise.allSettled([query, identifying]);
  return told.status === "fulfilled" && identified.status === "rejected" ? identified : told;
}

const fulfilled = (value: unknown) => ({ status: "fulfilled", value }) as const;
const rejected = (reason: unknown) => ({ status: "rejected", reason }) as const;

function identify(connection: Open, bureauId: string) {
  connection.identity = bureauId;
  const identifying = connection.sql
    .unsafe("select set_config('maple.bureau_id', $1, false)", [bureauId], { prepare: true })
    .execute();
  connection.identifying = identifying;
  void settleIdentity(connection, identifying);
}

/** A statement that was sent behind a failed one fails with it; the next sets the identity anew. */
async function settleIdentity(connection: Open, identifying: Promise<unknown>) {
  const [{ status }] = await Promise.allSettled([identifying]);
  if (status === "rejected") connection.identity = null;
  if (connection.identifying === identifying) connection.identifying = null;
}
