import postgres from "postgres";
import { type Bureau, theServer } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";

const policy = `mutation ($input: UpdateSessionPolicyInput!) { updateSessionPolicy(input: $input) { version } }`;

/** So many rows of the bureau's log, from the version it has by then on. */
export async function write(bureau: Bureau, rows: number, from = 1) {
  for (let version = from; version < from + rows; version++)
    await bureau.administrator.run(policy, {
      input: { idempotencyKey: newKey(), idleMinutes: 10 + version, hours: 8, expectedVersion: version },
    });
}

/** As the tables' owner, who may lay their triggers down: by them alone the log is kept from whoever owns it. */
export async function asOwner(bureau: Bureau, work: (sql: postgres.TransactionSql) => Promise<unknown>) {
  const owner = postgres((await theServer()).ownerUrl, { max: 1 });
  try {
    await owner.begin(async (sql) => {
      await sql`select set_config('maple.bureau_id', ${bureau.id}, true)`;
      for (const table of ["audit_entries", "audit_heads"]) {
        await sql`alter table ${sql(table)} disable trigger user`;
      }
      await work(sql);
      for (const table of ["audit_entries", "audit_heads"]) {
        await sql`alter table ${sql(table)} enable trigger user`;
      }
    });
  } finally {
    await owner.end();
  }
}

/** Gives the row another content, and every row from there on the hash that follows from it: the log by itself looks whole. */
export const rewriteFrom = (bureau: Bureau, sequence: number) =>
  asOwner(bureau, async (sql) => {
    await sql`update audit_entries set actor_name = 'somebody' where bureau_id = ${bureau.id} and sequence = ${sequence}`;
    const [end] = await sql<{ last: number }[]>`
      select max(sequence)::int as last from audit_entries where bureau_id = ${bureau.id}`;
    for (let row = sequence; row <= end!.last; row++)
      await sql`update audit_entries e set previous_hash = p.hash, hash = sha256(p.hash || audit_content(e)) from audit_entries p
        where e.bureau_id = ${bureau.id} and p.bureau_id = ${bureau.id} and e.sequence = ${row} and p.sequence = ${row - 1}`;
    await sql`update audit_heads h set hash = e.hash from audit_entries e
      where h.bureau_id = ${bureau.id} and e.bureau_id = ${bureau.id} and e.sequence = h.sequence`;
  });
