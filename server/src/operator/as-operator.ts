import { inBureau } from "#kernel/database/in-bureau";
import { pino } from "pino";
import type { Actor } from "../kernel/actor.ts";
import type { Transaction } from "../kernel/command.ts";
import { type Context, unending } from "../kernel/context.ts";
import type { Database } from "../kernel/database/database.ts";
import { refusalOf } from "../kernel/database/refusals.ts";
import { noFiles } from "../kernel/files/file-store.ts";
import { newId } from "../kernel/ids.ts";

/** A transaction of who runs the server: in the audit log an operator, not an account. */
export async function asOperator<R>(
  database: Database,
  bureauId: string,
  run: (tx: Transaction) => Promise<R>,
): Promise<R> {
  const ctx = operatorsContext(database);
  const actor = operator(bureauId);
  try {
    return await inBureau(database, bureauId, (sql) => run({ sql, bureauId, actor, now: ctx.now(), ctx, deeds: [] }));
  } catch (error) {
    throw refusalOf(error) ?? error;
  }
}

const operator = (bureauId: string): Actor => ({
  bureauId,
  accountId: bureauId,
  name: "operator",
  memberId: null,
  via: { kind: "operator", id: bureauId },
  mustChangePassword: false,
  mayWrite: true,
  grants: [],
  known: { stamp: 0, until: null },
});

/** A context without a request. */
export const operatorsContext = (database: Database): Context => ({
  requestId: `operator-${newId()}`,
  locale: "en",
  actor: null,
  credential: null,
  database,
  files: noFiles,
  now: () => new Date(),
  signal: unending,
  log: pino({ level: "silent" }),
  http: {
    address: "command line",
    userAgent: "maple",
    device: null,
    setSession: refuseBrowser,
    setDevice: refuseBrowser,
  },
  announce() {},
});

function refuseBrowser(): never {
  throw new Error("The command line has no browser to sign in.");
}
