import { auditEntries } from "@maple-bridge/drizzle/tables";
import { Arg, Args, Query, Resolver } from "type-graphql";
import { mutation, mutations } from "#kernel/mutations";
import { everything, list, listOf, lists, PageArgs, rowWhere, sql } from "#kernel/read";
import { AuditChainPoint, AuditChainState, auditChains } from "./audit-chain.types.ts";
import { AuditEntryConnection, AuditEntryFilter } from "./audit-entry.types.ts";
import {
  ChainCheck,
  ChainCheckConnection,
  ChainCheckFilter,
  chainCheckOrders,
  CheckAuditChainInput,
} from "./chain-check.types.ts";
import { checkAuditChain } from "./check-audit-chain.ts";

@Resolver()
export class AuditResolver {
  @Query(() => AuditEntryConnection, { description: "The audit log, newest first; empty for who may not read it." })
  @list(auditEntries, {
    order: (entry) => ({ terms: [{ by: sql`${entry.sequence}`, type: "bigint" }], descending: true }),
  })
  auditEntries(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg("filter", () => AuditEntryFilter, { nullable: true }) _filter?: AuditEntryFilter,
  ): never {
    throw new Error("read by its source");
  }

  @Query(() => AuditChainState, {
    nullable: true,
    description: "Checks the audit log, portion by portion; null for who may not read it.",
  })
  @rowWhere(auditChains, () => everything, { isHeavy: true })
  auditChain(@Arg("after", () => AuditChainPoint, { nullable: true }) _after?: AuditChainPoint): never {
    throw new Error("read by its source");
  }
}

export const ChainCheckLists = lists({
  chainChecks: listOf({
    gives: ChainCheckConnection,
    filter: ChainCheckFilter,
    orders: chainCheckOrders,
    direction: "DESC",
    description: "Checks of the audit log on record, newest first; empty for who may not read it.",
  }),
});

export const ChainCheckMutations = mutations({
  checkAuditChain: mutation({
    input: CheckAuditChainInput,
    gives: ChainCheck,
    does: checkAuditChain,
    description:
      "Has the whole audit log checked in the background; the result stands beside the check once it has ended.",
  }),
});
