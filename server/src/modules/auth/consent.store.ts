import { consents } from "@maple-bridge/drizzle/tables";
import type { Role } from "#kernel/actor";
import { insert, type Transaction, update } from "#kernel/command";
import { findSeen, lockSeen } from "#kernel/read";
import { lockAccount } from "./account.store.ts";
import { Consent } from "./consent.types.ts";

type Tx = Pick<Transaction, "sql" | "bureauId" | "now">;

export interface ConsentRow {
  id: string;
  kind: "GRANT_ROLE" | "RESET_PASSWORD";
  accountId: string;
  role: Role | null;
  unitId: string | null;
  reason: string;
  state: string;
  requestedBy: string;
  expiresAt: Date;
  accountPerson: string;
  requestedPerson: string;
}

type NewConsent = Pick<
  ConsentRow,
  "id" | "kind" | "accountId" | "role" | "unitId" | "reason" | "requestedBy" | "expiresAt"
>;

export const insertConsent = (tx: Transaction, { expiresAt, ...consent }: NewConsent) =>
  insert(tx, consents, [{ ...consent, expiresAt: expiresAt.toISOString(), requestedAt: tx.now.toISOString() }]);

/** Those of the account whose time is over make room for new ones. */
export async function expireConsents({ sql, bureauId, now }: Tx, accountId: string) {
  await sql`update consents set state = 'EXPIRED' where bureau_id = ${bureauId} and account_id = ${accountId}
    and state = 'PENDING' and expires_at <= ${now}`;
}

/** Those of the bureau, a portion at a time; gives how many they were. */
export async function expireAllConsents({ sql, bureauId, now }: Tx, most: number): Promise<number> {
  const expired = await sql`
    with over as materialized (
      select c.id from consents c where c.bureau_id = ${bureauId} and c.state = 'PENDING' and c.expires_at <= ${now}
      limit ${most} for no key update of c skip locked)
    update consents c set state = 'EXPIRED' from over where c.bureau_id = ${bureauId} and c.id = over.id`;
  return expired.count;
}

export async function isAskedFor(
  { sql, bureauId }: Tx,
  { kind, accountId, role, unitId }: Pick<ConsentRow, "kind" | "accountId" | "role" | "unitId">,
): Promise<boolean> {
  const found = await sql`select from consents where bureau_id = ${bureauId} and state = 'PENDING' and kind = ${kind}
    and account_id = ${accountId} and role is not distinct from ${role} and unit_id is not distinct from ${unitId}`;
  return found.length > 0;
}

const columns = [
  "id",
  "kind",
  "accountId",
  "role",
  "unitId",
  "reason",
  "state",
  "requestedBy",
  "expiresAt",
] as const satisfies (keyof ConsentRow)[];

/** The consent and, before it, its account, in the order in which they are asked for. The persons are those of this moment. */
export async function lockConsent(tx: Transaction, id: string): Promise<ConsentRow> {
  const { accountId } = await findSeen<ConsentRow>(tx, Consent, id, ["accountId"]);
  await lockAccount(tx, accountId);
  const consent = await lockSeen<ConsentRow>(tx, Consent, id, columns);
  return {
    ...consent,
    accountPerson: await personOf(tx, accountId),
    requestedPerson: await personOf(tx, consent.requestedBy),
  };
}

interface Decision {
  state: "CONFIRMED" | "DECLINED" | "WITHDRAWN";
  /** Null for an operator. */
  decidedBy: string | null;
}

export const writeDecision = (tx: Tx, id: string, { state, decidedBy }: Decision) =>
  update(tx, consents, id, { state, decidedBy, byOperator: decidedBy === null, decidedAt: tx.now });

export async function personOf({ sql, bureauId }: Tx, accountId: string): Promise<string> {
  const [row] = await sql<{ person: string }[]>`select person_of(${bureauId}, ${accountId}) as person`;
  return row!.person;
}

/** Whether the account still administers the whole bureau. */
export async function isAdministrator({ sql, bureauId }: Tx, accountId: string): Promise<boolean> {
  const found = await sql`
    select from role_grants g
    join units u on u.bureau_id = g.bureau_id and u.id = g.unit_id and u.parent_id is null
    join accounts a on a.bureau_id = g.bureau_id and a.id = g.account_id and a.disabled_at is null
    where g.bureau_id = ${bureauId} and g.role = 'BUREAU_ADMINISTRATOR' and g.account_id = ${accountId} limit 1`;
  return found.length > 0;
}
