import type { Actor } from "@maple-bridge/server/kernel/actor";
import type { Context } from "@maple-bridge/server/kernel/context";
import type { Database } from "@maple-bridge/server/kernel/database/database";
import { operatorsContext } from "@maple-bridge/server/operator/as-operator";
import { type Bureau, now } from "../../support/bureau.ts";

interface Commanded extends Pick<Bureau, "id" | "rootId"> {
  app: { database: Database };
  administrator: Pick<Bureau["administrator"], "accountId" | "accountName" | "sessionId">;
}

/** As the administrator asks; nothing is known of a stamp unless it is told. */
export function contextOf({ id, app, rootId, administrator }: Commanded, known: Partial<Actor> = {}): Context {
  const { accountId, accountName } = administrator;
  const via = { kind: "session", id: administrator.sessionId } as const;
  const actor: Actor = {
    bureauId: id,
    accountId,
    name: accountName,
    memberId: null,
    via,
    mustChangePassword: false,
    mayWrite: true,
    grants: [{ role: "BUREAU_ADMINISTRATOR", unitId: rootId, whole: true, unitIds: [] }],
    known: { stamp: 0, until: null },
    ...known,
  };
  return {
    ...operatorsContext(app.database),
    now,
    actor,
    credential: { kind: "account", bureauId: id, accountId, via },
  };
}

/** How much is there of a command that made a row of the table. */
export async function rowsOf(bureau: Bureau, table: "units" | "divisions", id: string) {
  const [counts] = await bureau.sql(
    (sql) => sql<{ rows: number; entries: number; events: number; keys: number }[]>`
      select (select count(*)::int from ${sql(table)} where id = ${id}) as rows,
        (select count(*)::int from audit_entries where entity_id = ${id}) as entries,
        (select count(*)::int from outbox_events where entity_id = ${id}) as events,
        (select count(*)::int from idempotency_keys) as keys`,
  );
  return { ...counts };
}
