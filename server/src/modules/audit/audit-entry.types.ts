import { auditEntries } from "@maple-bridge/drizzle/tables";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import {
  column,
  connectionOf,
  equals,
  everything,
  finds,
  From,
  Node,
  nothing,
  type Reading,
  sql,
  sqlOf,
  where,
} from "#kernel/read";
import { DateTime, Json } from "#kernel/scalars";
import { mayReadAuditLog } from "./audit.policy.ts";
import { isOdd, OddChange, odditiesOf } from "./odd-changes.rows.ts";

export const auditLogInSight = (reading: Reading) =>
  reading.caller.reach(mayReadAuditLog.roles) === "all" ? everything : nothing;

@ObjectType({
  implements: Node,
  description:
    "One row of the audit log 审计日志: what was done, by whom. It can be appended to and never changed. Shown to administrators and auditors of the whole bureau.",
})
@From(auditEntries, { visibleTo: (_entry, reading) => auditLogInSight(reading) })
export class AuditEntry {
  @Field(() => ID) @column(auditEntries.id) id!: string;
  @Field(() => Int, { description: "Counts from 1 without a gap." })
  @column(auditEntries.sequence)
  sequence!: number;
  @Field(() => DateTime) @column(auditEntries.at) at!: string;
  @Field(() => ID, { nullable: true, description: "Null where nobody was signed in, and for operators." })
  @column(auditEntries.accountId)
  accountId?: string;
  @Field(() => String, {
    description: "The name of the account that did it, or `operator`. At a refused sign-in, the name that was claimed.",
  })
  @column(auditEntries.actorName)
  actorName!: string;
  @Field(() => String, { description: "The command, as in `grid.close`." })
  @column(auditEntries.action)
  action!: string;
  @Field(() => String, { description: "The type of the row it was done to." })
  @column(auditEntries.entityType)
  entityType!: string;
  @Field(() => ID) @column(auditEntries.entityId) entityId!: string;
  @Field(() => Json, { nullable: true, description: "The fields that it changed, as they were." })
  @column(auditEntries.before)
  before?: unknown;
  @Field(() => Json, { nullable: true, description: "The fields that it changed, as they became." })
  @column(auditEntries.after)
  after?: unknown;
  @Field(() => String, { nullable: true }) @column(auditEntries.reason) reason?: string;
  @Field(() => String, { description: "The same as in the server's logs." })
  @column(auditEntries.requestId)
  requestId!: string;
  @Field(() => String, { description: "SHA-256 in hex over the hash before it and this row's content." })
  @sqlOf(auditEntries, (entry) => sql`encode(${entry.hash}, 'hex')`)
  hash!: string;
  @Field(() => String, {
    description: "The hash of the row before it; of the first row, the SHA-256 of the bureau's id.",
  })
  @sqlOf(auditEntries, (entry) => sql`encode(${entry.previousHash}, 'hex')`)
  previousHash!: string;
  @Field(() => [OddChange], { description: "What is odd about it." })
  @sqlOf(auditEntries, odditiesOf)
  oddities!: OddChange[];
}

export const AuditEntryConnection = connectionOf("AuditEntry", () => AuditEntry);

@InputType({ description: "All that are given must hold." })
export class AuditEntryFilter {
  @Field(() => String, { nullable: true, description: "How the action begins: `grid.` or `grid.close`." })
  @where(auditEntries, ({ action }, { value }) => sql`starts_with(${action}, ${value})`)
  action?: string;
  @Field(() => ID, { nullable: true, description: "The row it was done to." })
  @equals(auditEntries, "entityId")
  entityId?: string;
  @Field(() => String, { nullable: true }) @equals(auditEntries, "entityType") entityType?: string;
  @Field(() => ID, { nullable: true, description: "Who did it." })
  @equals(auditEntries, "accountId")
  accountId?: string;
  @Field(() => String, { nullable: true, description: "How the name of who did it begins." })
  @where(auditEntries, ({ actorName }, { value }) => finds(value, { texts: [], codes: [actorName] }))
  actor?: string;
  @Field(() => DateTime, { nullable: true, description: "Not before." })
  @where(auditEntries, ({ at }, { value }) => sql`${at} >= ${value}`)
  from?: Date;
  @Field(() => DateTime, { nullable: true, description: "Before, and not at." })
  @where(auditEntries, ({ at }, { value }) => sql`${at} < ${value}`)
  to?: Date;
  @Field(() => OddChange, { nullable: true, description: "Odd in this way." })
  @where(auditEntries, (entry, { choice }, reading) => isOdd(entry, choice as OddChange, reading))
  odd?: OddChange;
}
