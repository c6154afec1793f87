import type { Database } from "#kernel/database/database";
import type { Sql } from "#kernel/database/in-bureau";
import type { KeptHead } from "./kept-heads.ts";

/** The ends of all bureaus' chains; nothing else of them is told. */
export async function headsToKeep({ writes }: Pick<Database, "writes">): Promise<KeptHead[]> {
  const heads = await writes<
    KeptHead[]
  >`select bureau_id, code, sequence, encode(hash, 'hex') as hash from audit_heads_to_keep()`;
  return [...heads];
}

export interface Portion {
  checked: number;
  lastSequence: number;
  lastHash: string;
  isLast: boolean;
  brokenAt: number | null;
  headSequence: number | null;
  headHash: string | null;
}

/** The next rows of the bureau's chain after those that were checked. */
export async function checkPortion(
  sql: Sql,
  bureauId: string,
  after: Pick<Portion, "lastSequence" | "lastHash"> | undefined,
  most: number,
): Promise<Portion> {
  const [portion] = await sql<Portion[]>`
    select checked, last_sequence, encode(last_hash, 'hex') as last_hash, is_last, broken_at, head_sequence,
      encode(head_hash, 'hex') as head_hash
    from audit_chain_portion(${bureauId}, ${after?.lastSequence ?? 0}, decode(${after?.lastHash ?? null}, 'hex'), ${most})`;
  return portion!;
}

/** The number of the first kept head that is no row of the bureau's chain with that hash. */
export async function firstLost(sql: Sql, bureauId: string, heads: readonly KeptHead[]): Promise<number | null> {
  const asked = JSON.stringify(
    heads.filter((head) => head.sequence > 0).map(({ sequence, hash }) => ({ sequence, hash })),
  );
  const [found] = await sql<{ lost: number | null }[]>`
    select min(k.sequence) as lost from jsonb_to_recordset(${asked}::text::jsonb) k (sequence bigint, hash text)
    where not exists (select from audit_entries e
      where e.bureau_id = ${bureauId} and e.sequence = k.sequence and e.hash = decode(k.hash, 'hex'))`;
  return found!.lost;
}
