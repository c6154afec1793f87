import { auditEntries } from "@maple-bridge/drizzle/tables";
import { Field, ID, ObjectType } from "type-graphql";
import { column, From, many, onlyBy, sql, sqlOf } from "#kernel/read";
import { DateTime, Json } from "#kernel/scalars";
import { reasonInHistory, toldInHistory } from "./history-sight.rows.ts";

@ObjectType({ description: "One change of the row it stands under, newest first." })
@From(auditEntries, { visibleTo: onlyBy("history") })
export class HistoryEntry {
  @Field(() => ID) @column(auditEntries.id) id!: string;
  @Field(() => DateTime) @column(auditEntries.at) at!: string;
  @Field(() => String, { description: "The sign-in name of who did it." })
  @column(auditEntries.actorName)
  actorName!: string;
  @Field(() => String, { description: "The command, as in `grid.close`." })
  @column(auditEntries.action)
  action!: string;
  @Field(() => Json, {
    nullable: true,
    description: "The fields that it changed, as they were; without the names of rows that are out of your sight now.",
  })
  @sqlOf(auditEntries, (entry, reading) => toldInHistory(entry, entry.before, reading))
  before?: unknown;
  @Field(() => Json, { nullable: true, description: "The fields that it changed, as they became; likewise." })
  @sqlOf(auditEntries, (entry, reading) => toldInHistory(entry, entry.after, reading))
  after?: unknown;
  @Field(() => String, { nullable: true, description: "Of an absence, to those who may know why; else null." })
  @sqlOf(auditEntries, reasonInHistory)
  reason?: string;
}

/** The source of a type's `history` field: what the audit log tells of the row. */
export const history = () =>
  many(auditEntries, {
    about: 20,
    perRow: true,
    child: auditEntries.entityId,
    order: (entry) => sql`${entry.sequence} desc`,
  });
