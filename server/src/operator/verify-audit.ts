import { inBureau } from "#kernel/database/in-bureau";
import connect from "postgres";
import type { Database } from "../kernel/database/database.ts";
import { NotFound } from "../kernel/errors.ts";
import { findBureau } from "../modules/auth/index.ts";
import "./operator.messages.ts";

export interface Verdict {
  code: string;
  entries: number;
  /** The number of the first row that is not as it was written. */
  brokenAt: number | null;
  headHash: string | null;
}

/** Walks a bureau's audit log, however long that takes. */
export async function verifyAudit(database: Database, code: string): Promise<Verdict> {
  const bureauId = await findBureau(database, code);
  if (!bureauId) throw new NotFound([{ path: ["code"], code: "NO_SUCH_BUREAU", params: { code } }]);
  return inBureau(database, bureauId, async (sql) => {
    await sql`set local statement_timeout = 0`;
    const [verdict] = await sql<Verdict[]>`
      select ${code}::text as code, audit_chain_break(${bureauId}) as broken_at,
        (select count(*) from audit_entries where bureau_id = ${bureauId}) as entries,
        (select encode(hash, 'hex') from audit_heads where bureau_id = ${bureauId}) as head_hash`;
    return verdict!;
  });
}

/** Every bureau's code: row-level security shows them to the superuser alone. */
export async function allBureauCodes(superuserUrl: string): Promise<string[]> {
  const sql = connect(superuserUrl, { max: 1 });
  const bureaus = await sql<{ code: string }[]>`select code from bureaus order by code`;
  await sql.end();
  return bureaus.map(({ code }) => code);
}
