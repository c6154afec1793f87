import type { Actor } from "#kernel/actor";
import type { Sql, Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";

/** Who claims to be an account and has not proved it: in the audit log, a name without an account. */
const strangerNamed = (bureauId: string, name: string): Actor => ({
  bureauId,
  accountId: bureauId,
  name,
  memberId: null,
  via: { kind: "operator", id: bureauId },
  mustChangePassword: false,
  mayWrite: false,
  grants: [],
  known: { stamp: 0, until: null },
});

export const strangersTransaction = (ctx: Context, sql: Sql, bureauId: string, name: string): Transaction => ({
  sql,
  bureauId,
  actor: strangerNamed(bureauId, name),
  now: ctx.now(),
  ctx,
  deeds: [],
});
