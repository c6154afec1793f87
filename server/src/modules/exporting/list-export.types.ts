import { listExports, listExportStates } from "@maple-bridge/drizzle/tables";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { CommandInput } from "#kernel/command-input";
import { column, connectionOf, equals, From, Node, one, ordersOf, type Ref, sql, viewerMay } from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { Account, accountInSight } from "#modules/auth";
import { mayManageListExports } from "./list-export.policy.ts";

export const ListExportState = Object.fromEntries(listExportStates.map((state) => [state, state])) as {
  [State in (typeof listExportStates)[number]]: State;
};
export type ListExportState = keyof typeof ListExportState;

registerEnumType(ListExportState, {
  name: "ListExportState",
  description: "READY until it expires; the row stays when its file is gone.",
});

@ObjectType({
  implements: Node,
  description: "A long list on its way into a file 导出. Yours, an administrator's of anyone's.",
})
@From(listExports, { visibleTo: ({ accountId }, reading) => accountInSight(reading, accountId) })
export class ListExport {
  @Field(() => ID) @column(listExports.id) id!: string;
  @Field(() => Account) @one(listExports.accountId) account!: Ref<Account>;
  @Field(() => String, { description: "What the screen calls the list." })
  @column(listExports.caption)
  caption!: string;
  @Field(() => String, { description: "xlsx or csv." }) @column(listExports.format) format!: string;
  @Field(() => ListExportState) @column(listExports.state) state!: ListExportState;
  @Field(() => Int) @column(listExports.totalRows) totalRows!: number;
  @Field(() => Int, { description: "Rows that are read by now." }) @column(listExports.doneRows) doneRows!: number;
  @Field(() => Int, { nullable: true, description: "Of the file." }) @column(listExports.bytes) bytes?: number;
  @Field(() => String, { nullable: true, description: "Why it came to nothing: a code." })
  @column(listExports.fault)
  fault?: string;
  @Field(() => DateTime) @column(listExports.createdAt) createdAt!: string;
  @Field(() => DateTime, { nullable: true }) @column(listExports.finishedAt) finishedAt?: string;
  @Field(() => DateTime, { nullable: true, description: "When the file goes." })
  @column(listExports.expiresAt)
  expiresAt?: string;
  @Field(() => [String], { description: "What you may do with it." })
  @viewerMay(listExports, { ownOrBureau: ({ accountId }) => accountId }, [
    {
      action: "CANCEL_LIST_EXPORT",
      policy: mayManageListExports,
      when: ({ state }) => sql`${state} in ('WAITING', 'RUNNING')`,
    },
  ])
  viewerMay!: string[];
}

export const ListExportConnection = connectionOf("ListExport", () => ListExport);

@InputType()
export class ListExportFilter {
  @Field(() => [ListExportState], { nullable: true, description: "One of these states." })
  @equals(listExports, "state")
  states?: ListExportState[];
}

export const listExportOrders = ordersOf(listExports, "ListExportOrder", {
  NEWEST: ({ createdAt }) => [{ by: createdAt, type: "timestamptz" }],
});

@InputType()
export class CancelListExportInput extends CommandInput {
  @Field(() => ID) id!: string;
}
