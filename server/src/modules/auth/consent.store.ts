import type { Role } from "#kernel/actor";
import type { Transaction } from "#kernel/command";
import { NotFound } from "#kernel/errors";
import { isId } from "#kernel/ids";

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

export async function insertConsent({ sql, bureauId, now }: Tx, consent: NewConsent) {
  await sql`insert into consents ${sql({ bureauId, ...consent, requestedAt: now })}`;
}

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

const absent = () => new NotFound([{ path: ["input", "id"], code: "NOT_FOUND" }]);

export async function accountOfConsent({ sql, bureauId }: Tx, id: string): Promise<string> {
  const [row] = isId(id)
    ? await sql<{ accountId: string }[]>`select account_id from consents where bureau_id = ${bureauId} and id = ${id}`
    : [];
  if (!row) throw absent();
  return row.accountId;
}

/** After its account, in the order in which they are asked for. The persons are those of this moment. */
export async function lockConsent({ sql, bureauId }: Tx, id: string): Promise<ConsentRow> {
  const [consent] = await sql<ConsentRow[]>`
    select id, kind, account_id, role, unit_id, reason, state, requested_by, expires_at,
      person_of(bureau_id, account_id) as account_person, person_of(bureau_id, requested_by) as requested_person
    from consents where bureau_id = ${bureauId} and id = ${id} for no key update`;
  if (!consent) throw absent();
  return consent;
}

interface Decision {
  state: "CONFIRMED" | "DECLINED" | "WITHDRAWN";
  /** Null for an operator. */
  decidedBy: string | null;
}

export async function writeDecision({ sql, bureauId, now }: Tx, id: string, { state, decidedBy }: Decision) {
  const decided = { state, decidedBy, byOperator: decidedBy === null, decidedAt: now };
  await sql`update consents set ${sql(decided)} where bureau_id = ${bureauId} and id = ${id}`;
}

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
