import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Invalid } from "#kernel/errors";
import { column, From, literal, parameter, query, type Reading, sql, sqlOf } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { auditLogInSight } from "./audit-entry.types.ts";
import { keptHere } from "./kept-heads.ts";

/** A quarter of a second's work: longer logs are checked portion by portion, so that nobody's read waits for one. */
const mostRows = 10_000;

const columns = {
  id: "not null",
  entries: "not null",
  checkedTo: "not null",
  checkedHash: "not null",
  isLast: "not null",
  brokenAt: "null",
  headHash: "null",
  keptSequence: "null",
  keptAt: "null",
  isKeptThere: "null",
} as const;

const kept = {
  sequence: parameter("kept.sequence", "bigint", ({ bureauId }) => keptHere.get(bureauId)?.sequence ?? null),
  hash: parameter("kept.hash", "text", ({ bureauId }) => keptHere.get(bureauId)?.hash ?? null),
  at: parameter("kept.at", "timestamptz", ({ bureauId }) => keptHere.get(bureauId)?.at ?? null),
};

/** `offset 0` keeps the walk from being done once for each field that asks for its outcome. */
export const auditChains = query(
  "audit_chains",
  columns,
  (reading) => sql`
    select ${reading.bureau} as id, coalesce(p.head_sequence, p.last_sequence) as entries, p.last_sequence as checked_to,
      encode(p.last_hash, 'hex') as checked_hash, p.is_last, least(p.broken_at, case when not k.is_there then k.sequence end) as broken_at,
      encode(p.head_hash, 'hex') as head_hash, k.sequence as kept_sequence, k.at as kept_at, k.is_there as is_kept_there
    from audit_chain_portion(${reading.bureau}, ${pointOf(reading).sequence}, ${pointOf(reading).hash}, ${literal(String(mostRows))}::int) p
    left join lateral (
      select ${kept.sequence} as sequence, ${kept.at} as at, ${kept.sequence} = 0 or exists (select from audit_entries e
        where e.bureau_id = ${reading.bureau} and e.sequence = ${kept.sequence} and e.hash = decode(${kept.hash}, 'hex')) as is_there
      where ${kept.sequence} is not null) k on true
    offset 0`,
);

function pointOf(reading: Reading) {
  const [sequence, hash] = [reading.arg("after.sequence", "bigint"), reading.arg("after.hash", "text")];
  if (!sequence || !hash) return { sequence: sql`0::bigint`, hash: sql`null::bytea` };
  const checked = parameter(`${hash.key}:hex`, "text", (environment) => {
    const text = String(hash.value(environment));
    if (!/^[0-9a-f]{64}$/.test(text)) throw new Invalid([{ path: ["after", "hash"], code: "CURSOR" }]);
    return text;
  });
  return { sequence: sql`${sequence}`, hash: sql`decode(${checked}, 'hex')` };
}

@InputType({
  description: "Up to where the log has been checked: `checkedTo` and `checkedHash` of the portion before.",
})
export class AuditChainPoint {
  @Field(() => Int) sequence!: number;
  @Field(() => String, { description: "64 hexadecimal digits in lower case." }) hash!: string;
}

@ObjectType({
  description: `Whether the audit log is still as it was written: every row's hash follows from the rows before it, the last row is the one that was written last, and the newest end kept outside the database is among them. Up to ${mostRows} rows are checked at a time: go on with \`after\` until \`isLast\`.`,
})
@From(auditChains, { visibleTo: (_chain, reading) => auditLogInSight(reading) })
export class AuditChainState {
  @Field(() => ID) @column(auditChains.id) id!: string;
  @Field(() => Int, { description: "Rows of the whole log." }) @column(auditChains.entries) entries!: number;
  @Field(() => Int, { description: "The number of the last row that was checked." })
  @column(auditChains.checkedTo)
  checkedTo!: number;
  @Field(() => String, { description: "That row's hash, in hex." })
  @column(auditChains.checkedHash)
  checkedHash!: string;
  @Field(() => Boolean, { description: "Whether the log ends here." }) @column(auditChains.isLast) isLast!: boolean;
  @Field(() => Boolean, { description: "Whether nothing is wrong with this portion and with the kept end." })
  @sqlOf(auditChains, (chain) => sql`${chain.brokenAt} is null`)
  isIntact!: boolean;
  @Field(() => Int, {
    nullable: true,
    description: "The number of the first row that was changed, removed or slipped in; null while the log is whole.",
  })
  @column(auditChains.brokenAt)
  brokenAt?: number;
  @Field(() => String, {
    nullable: true,
    description:
      "The newest row's hash in hex; before the first row, the SHA-256 of the bureau's id. Kept elsewhere, it proves later that the log up to here was not rewritten. Null where the log has lost its end.",
  })
  @column(auditChains.headHash)
  headHash?: string;
  @Field(() => Int, {
    nullable: true,
    description:
      "The number of the newest row whose hash this server has kept outside the database; null for none yet.",
  })
  @column(auditChains.keptSequence)
  keptSequence?: number;
  @Field(() => DateTime, { nullable: true, description: "When it was kept." })
  @column(auditChains.keptAt)
  keptAt?: string;
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether that row is still there with that hash; false says that the log was cut or rewritten since.",
  })
  @column(auditChains.isKeptThere)
  isKeptThere?: boolean;
}
