import { auditChainChecks, auditChainResults, chainCheckOrigins } from "@maple-bridge/drizzle/tables";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { CommandInput } from "#kernel/command-input";
import {
  column,
  connectionOf,
  equals,
  finds,
  From,
  Node,
  one,
  ordersOf,
  type Ref,
  sql,
  sqlOf,
  where,
} from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { auditLogInSight } from "./audit-entry.types.ts";

const ChainCheckOrigin = Object.fromEntries(chainCheckOrigins.map((origin) => [origin, origin])) as {
  [Origin in (typeof chainCheckOrigins)[number]]: Origin;
};
type ChainCheckOrigin = keyof typeof ChainCheckOrigin;

registerEnumType(ChainCheckOrigin, {
  name: "ChainCheckOrigin",
  description:
    "NIGHT is each night's own, which goes on from where the last good one ended, and once a week from the first row; ASKED and OPERATOR (`verify-audit`) are of the whole log.",
});

@ObjectType({ description: "What a check of the audit log has found. It is written once and never changed." })
@From(auditChainResults, { visibleTo: (_result, reading) => auditLogInSight(reading) })
export class ChainCheckResult {
  @Field(() => ID, { description: "The check's." }) @column(auditChainResults.id) id!: string;
  @Field(() => DateTime) @column(auditChainResults.finishedAt) finishedAt!: string;
  @Field(() => Int, { description: "How long it took." }) @column(auditChainResults.milliseconds) milliseconds!: number;
  @Field(() => Int, { description: "The rows after this one were checked; 0 for the whole log." })
  @column(auditChainResults.afterSequence)
  afterSequence!: number;
  @Field(() => Int, { description: "The number of the last row that was checked." })
  @column(auditChainResults.throughSequence)
  throughSequence!: number;
  @Field(() => String, {
    description: "That row's hash in hex. Kept elsewhere, it proves later that nothing up to there was rewritten.",
  })
  @sqlOf(auditChainResults, ({ throughHash }) => sql`encode(${throughHash}, 'hex')`)
  throughHash!: string;
  @Field(() => Int, { description: "Rows of the whole log by then." })
  @column(auditChainResults.entries)
  entries!: number;
  @Field(() => Boolean, {
    description: "Its time was over before the log was: what is left is checked by the next night.",
  })
  @column(auditChainResults.isCutShort)
  isCutShort!: boolean;
  @Field(() => Boolean, {
    description:
      "Whether every row that was checked is as it was written, and every end that was kept before is still there.",
  })
  @sqlOf(auditChainResults, ({ brokenAt }) => sql`${brokenAt} is null`)
  isIntact!: boolean;
  @Field(() => Int, {
    nullable: true,
    description: "The number of the first row that was changed, removed or slipped in; null where there is none.",
  })
  @column(auditChainResults.brokenAt)
  brokenAt?: number;
  @Field(() => Int, {
    nullable: true,
    description: "The number of the newest row whose hash was kept outside the database; null where none was known.",
  })
  @column(auditChainResults.keptSequence)
  keptSequence?: number;
}

@ObjectType({
  implements: Node,
  description: "A check of the whole audit log or of what is new in it, on record. Shown to who may read the log.",
})
@From(auditChainChecks, { visibleTo: (_check, reading) => auditLogInSight(reading) })
export class ChainCheck {
  @Field(() => ID) @column(auditChainChecks.id) id!: string;
  @Field(() => DateTime, { description: "When it was begun, or asked for." })
  @column(auditChainChecks.at)
  at!: string;
  @Field(() => ChainCheckOrigin) @column(auditChainChecks.origin) origin!: ChainCheckOrigin;
  @Field(() => ID, { nullable: true, description: "Who asked for it; null where nobody did, and for operators." })
  @column(auditChainChecks.accountId)
  accountId?: string;
  @Field(() => String, { description: "The name of the account that asked, or `operator`." })
  @column(auditChainChecks.actorName)
  actorName!: string;
  @Field(() => ChainCheckResult, { nullable: true, description: "Null until it has ended." })
  @one(auditChainChecks.id)
  result?: Ref<ChainCheckResult>;
}

export const ChainCheckConnection = connectionOf("ChainCheck", () => ChainCheck);

@InputType({ description: "Every condition given must hold." })
export class ChainCheckFilter {
  @Field(() => ChainCheckOrigin, { nullable: true })
  @equals(auditChainChecks, "origin")
  origin?: ChainCheckOrigin;
  @Field(() => String, { nullable: true, description: "How the name of who asked begins." })
  @where(auditChainChecks, ({ actorName }, { value }) => finds(value, { texts: [], codes: [actorName] }))
  actor?: string;
  @Field(() => DateTime, { nullable: true, description: "Begun at this moment or later." })
  @where(auditChainChecks, ({ at }, { value }) => sql`${at} >= ${value}`)
  from?: Date;
  @Field(() => DateTime, { nullable: true, description: "Begun before this moment." })
  @where(auditChainChecks, ({ at }, { value }) => sql`${at} < ${value}`)
  before?: Date;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: those that found all as it was written. False: those that did not; what has not ended is neither.",
  })
  @where(auditChainChecks, ({ id }, { value }, { bureau }) => {
    return sql`exists (select from audit_chain_results r where r.bureau_id = ${bureau} and r.id = ${id} and (r.broken_at is null) = ${value})`;
  })
  intact?: boolean;
  @Field(() => Boolean, {
    nullable: true,
    description: "True: those that have ended. False: those that have not.",
  })
  @where(auditChainChecks, ({ id }, { value }, { bureau }) => {
    return sql`exists (select from audit_chain_results r where r.bureau_id = ${bureau} and r.id = ${id}) = ${value}`;
  })
  ended?: boolean;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: those that found a break which stands, because no later check has gone over that row and found it as it was written. What an operator's check has found stands until another one of theirs.",
  })
  @where(auditChainChecks, ({ id }, { value }, { bureau }) => {
    return sql`exists (select from standing_chain_breaks(${bureau}) b where b.check_id = ${id}) = ${value}`;
  })
  standing?: boolean;
}

export const chainCheckOrders = ordersOf(
  auditChainChecks,
  "ChainCheckOrder",
  {
    NEWEST: ({ at }) => [{ by: at, type: "timestamptz" }],
    ORIGIN: ({ at, origin }) => [
      { by: origin, type: "text" },
      { by: at, type: "timestamptz" },
    ],
    ROWS: ({ id, at }, { bureau }) => [
      {
        by: sql`coalesce((select r.through_sequence - r.after_sequence from audit_chain_results r where r.bureau_id = ${bureau} and r.id = ${id}), -1)`,
        type: "bigint",
      },
      { by: at, type: "timestamptz" },
    ],
  },
  { values: { ROWS: "By how many rows were checked; what has not ended comes first." } },
);

@InputType()
export class CheckAuditChainInput extends CommandInput {}
