import { auditEntries } from "@maple-bridge/drizzle/tables";
import { Arg, Args, Query, Resolver } from "type-graphql";
import { everything, list, PageArgs, rowWhere, sql } from "#kernel/read";
import { AuditChainPoint, AuditChainState, auditChains } from "./audit-chain.types.ts";
import { AuditEntryConnection, AuditEntryFilter } from "./audit-entry.types.ts";

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
