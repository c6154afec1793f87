import { auditEntries } from "@maple-bridge/drizzle/tables";
import { Field, ID, ObjectType } from "type-graphql";
import { column, everything, From, many, sql } from "#kernel/read";
import { DateTime, Json } from "#kernel/scalars";

@ObjectType({ description: "One change of the row it stands under, newest first." })
@From(auditEntries, { visibleTo: () => everything })
export class HistoryEntry {
  @Field(() => ID) @column(auditEntries.id) id!: string;
  @Field(() => DateTime) @column(auditEntries.at) at!: string;
  @Field(() => String, { description: "The sign-in name of who did it." })
  @column(auditEntries.actorName)
  actorName!: string;
  @Field(() => String, { description: "The command, as in `grid.close`." })
  @column(auditEntries.action)
  action!: string;
  @Field(() => Json, { nullable: true }) @column(auditEntries.before) before?: unknown;
  @Field(() => Json, { nullable: true }) @column(auditEntries.after) after?: unknown;
  @Field(() => String, { nullable: true }) @column(auditEntries.reason) reason?: string;
}

/** The source of a type's `history` field: what the audit log tells of the row. */
export const history = () =>
  many(auditEntries, { about: 20, child: auditEntries.entityId, order: (entry) => sql`${entry.sequence} desc` });
