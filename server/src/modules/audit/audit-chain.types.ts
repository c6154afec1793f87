import { Field, ID, Int, ObjectType } from "type-graphql";
import { column, From, query, sql, sqlOf } from "#kernel/read";
import { auditLogInSight } from "./audit-entry.types.ts";

const columns = { id: "not null", entries: "not null", brokenAt: "null", headHash: "null" } as const;

/** `offset 0` keeps the walk over the log from being done once for each field that asks for its outcome. */
export const auditChains = query(
  "audit_chains",
  columns,
  (reading) => sql`
    select ${reading.bureau} as id,
      (select count(*) from audit_entries e where e.bureau_id = ${reading.bureau}) as entries,
      audit_chain_break(${reading.bureau}) as broken_at,
      (select encode(h.hash, 'hex') from audit_heads h where h.bureau_id = ${reading.bureau}) as head_hash
    offset 0`,
);

@ObjectType({
  description: "Whether the audit log is still as it was written: every row's hash follows from the rows before it.",
})
@From(auditChains, { visibleTo: (_chain, reading) => auditLogInSight(reading) })
export class AuditChainState {
  @Field(() => ID) @column(auditChains.id) id!: string;
  @Field(() => Int) @column(auditChains.entries) entries!: number;
  @Field(() => Boolean) @sqlOf(auditChains, (chain) => sql`${chain.brokenAt} is null`) isIntact!: boolean;
  @Field(() => Int, {
    nullable: true,
    description: "The number of the first row that was changed, removed or slipped in; null while the log is whole.",
  })
  @column(auditChains.brokenAt)
  brokenAt?: number;
  @Field(() => String, {
    nullable: true,
    description:
      "The newest row's hash in hex. Kept elsewhere, it proves later that the log up to here was not rewritten. Null before the first row.",
  })
  @column(auditChains.headHash)
  headHash?: string;
}
