import { inBureau } from "#kernel/database/in-bureau";
import type { Database } from "../kernel/database/database.ts";
import { NotFound } from "../kernel/errors.ts";
import { carryOut, findBureau, heldConsent } from "../modules/auth/index.ts";
import { asOperator } from "./as-operator.ts";
import "./operator.messages.ts";

interface PendingConsent {
  id: string;
  /** A role and its unit, or a new first password. */
  ask: string;
  account: string;
  requestedBy: string;
  expiresAt: Date;
  reason: string;
}

/** What waits for consent in the bureau, oldest first. */
export async function pendingConsents(database: Database, code: string): Promise<PendingConsent[]> {
  const bureauId = await bureauOf(database, code);
  return inBureau(
    database,
    bureauId,
    (sql) => sql<PendingConsent[]>`
      select c.id, coalesce(c.role || ' over ' || u.name, c.kind) as ask, a.name as account, r.name as requested_by, c.expires_at, c.reason
      from consents c
      join accounts a on a.bureau_id = c.bureau_id and a.id = c.account_id
      join accounts r on r.bureau_id = c.bureau_id and r.id = c.requested_by
      left join units u on u.bureau_id = c.bureau_id and u.id = c.unit_id
      where c.bureau_id = ${bureauId} and c.state = 'PENDING' and c.expires_at > now() order by c.requested_at`,
  );
}

/** In place of a second administrator; a first password that was asked for is given this once. */
export async function confirmAsOperator(database: Database, code: string, id: string) {
  const bureauId = await bureauOf(database, code);
  return asOperator(database, bureauId, async (tx) => {
    const consent = await heldConsent(tx, id);
    const firstPassword = await carryOut(tx, consent, null);
    const [account] = await tx.sql<{ name: string }[]>`
      select name from accounts where bureau_id = ${bureauId} and id = ${consent.accountId}`;
    return { signInName: `${account!.name}@${code}`, firstPassword };
  });
}

async function bureauOf(database: Database, code: string): Promise<string> {
  const bureauId = await findBureau(database, code);
  if (!bureauId) throw new NotFound([{ path: ["code"], code: "NO_SUCH_BUREAU", params: { code } }]);
  return bureauId;
}
