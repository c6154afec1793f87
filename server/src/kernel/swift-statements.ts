import type { Row } from "postgres";
import { reachOf } from "./actor.ts";
import type { Sql } from "./database/in-bureau.ts";
import { byTable, type Insertion, inserting } from "./database/insertion.ts";
import type { Shared } from "./database/together.ts";
import { type Claim, type Told, toldUnder } from "./idempotency.ts";
import type { Basis, Swift } from "./swift.ts";
import type { Transaction } from "./transaction.ts";

interface Looking<A> {
  claim: Claim;
  asks: A;
}

interface Looked {
  /** Of the bureau, as `identity_stamp` has it. */
  stamp: number;
  /** What stands under the command's key. */
  told: Told | null;
  row: Row;
}

/** Undefined where the bureau is not. */
export function sharedLook<L, A>(
  tx: Transaction,
  claim: Claim,
  { asks, look }: Swift<L, A>,
): Shared<Looking<A>, Looked | undefined> {
  const { bureauId, actor } = tx;
  const reach = reachOf(actor);
  return {
    bureauId,
    kind: `${claim.mutation} ${reach === "all" ? reach : reach.join()}`,
    thing: { claim, asks },
    statement(connection, looking) {
      const sql = connection as unknown as Sql;
      const claims = looking.map((each) => each.claim);
      const asked = looking.map((each) => each.asks);
      return sql`
        select b.identity_stamp as stamp, ${toldUnder(sql, bureauId, claims)} as told, seen.*
        from bureaus b, lateral (${look({ ...tx, sql }, asked)}) seen where b.bureau_id = ${bureauId}`;
    },
    outcome: ([row], number) => row && { stamp: row["stamp"], told: row["told"][number], row },
  };
}

interface Decided {
  /** The actor's. */
  stamp: number;
  stands: string;
  basis: Basis;
  insertions: readonly Insertion[];
}

/** Writes all that belongs to those commands whose ground still stands, and says whether this one's did. */
export function sharedWrite({ bureauId, mutation }: Claim, decided: Decided): Shared<Decided, boolean> {
  return {
    bureauId,
    kind: mutation,
    thing: decided,
    alone: decided.basis.alone,
    statement(connection, all) {
      const sql = connection as unknown as Sql;
      const asked = all.map(({ stamp, basis }, number) => ({ number, stamp, basis: basis.json }));
      const insertions = byTable(all.flatMap((each, number) => numbered(each.insertions, number)));
      return sql`
        with standing as materialized (
          select number from jsonb_to_recordset(${sql.json(asked as never)}) as asked (number int, stamp bigint, basis jsonb), bureaus
          where bureau_id = ${bureauId} and identity_stamp = stamp and ${sql.unsafe(decided.stands)}(bureau_id, basis)
        ), ${inserting(sql, bureauId, insertions, "where number = any((select array_agg(number) from standing)::int[])")}
        select number from standing`;
    },
    outcome: (rows, number) => rows.some((row) => row["number"] === number),
  };
}

const numbered = (insertions: readonly Insertion[], number: number) =>
  insertions.map(({ table, rows }) => ({ table, rows: rows.map((row) => ({ ...row, number })) }));
