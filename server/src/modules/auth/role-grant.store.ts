import { roleGrants } from "@maple-bridge/drizzle/tables";
import type { Role } from "#kernel/actor";
import { insertNow, type Transaction } from "#kernel/command";
import { NotFound } from "#kernel/errors";
import { isId } from "#kernel/ids";
import { findSeen } from "#kernel/read";
import { RoleGrant } from "./role-grant.types.ts";

type Tx = Pick<Transaction, "sql" | "bureauId" | "now">;

export interface RoleGrantRow {
  id: string;
  accountId: string;
  role: Role;
  unitId: string;
  unitName: string;
  isBureauWide: boolean;
}

/** With the unit that it is over, in sight or not: it says so itself. */
export async function findGrant(tx: Transaction, id: string): Promise<RoleGrantRow> {
  const grant = await findSeen<RoleGrantRow>(tx, RoleGrant, id, ["id", "accountId", "role", "unitId"]);
  const [unit] = await tx.sql<Pick<RoleGrantRow, "unitName" | "isBureauWide">[]>`
    select name as unit_name, parent_id is null as is_bureau_wide from units where bureau_id = ${tx.bureauId} and id = ${grant.unitId}`;
  return { ...grant, ...unit! };
}

const absent = () => new NotFound([{ path: ["input", "id"], code: "NOT_FOUND" }]);

export function grantsOf({ sql, bureauId }: Tx, accountId: string): Promise<{ role: Role; unitId: string }[]> {
  return sql<
    { role: Role; unitId: string }[]
  >`select role, unit_id from role_grants where bureau_id = ${bureauId} and account_id = ${accountId}`;
}

/** What the account's person holds, by whichever of their accounts. */
export function grantsOfPerson({ sql, bureauId }: Tx, accountId: string): Promise<{ role: Role; unitId: string }[]> {
  return sql<{ role: Role; unitId: string }[]>`
    select role, unit_id from role_grants where bureau_id = ${bureauId} and person_id = person_of(${bureauId}, ${accountId})`;
}

/** What the member holds, by whichever of their accounts. */
export function grantsOfMember({ sql, bureauId }: Tx, memberId: string): Promise<{ role: Role; unitId: string }[]> {
  return sql<
    { role: Role; unitId: string }[]
  >`select role, unit_id from role_grants where bureau_id = ${bureauId} and person_id = ${memberId}`;
}

export async function insertGrants(
  tx: Transaction,
  accountId: string,
  grants: readonly { id: string; role: Role; unitId: string }[],
) {
  const rows = grants.map(({ id, role, unitId }) => ({ id, accountId, role, unitId, createdAt: tx.now.toISOString() }));
  await insertNow(tx, roleGrants, rows);
}

export async function deleteGrant({ sql, bureauId }: Tx, id: string) {
  const { count } = await sql`delete from role_grants where bureau_id = ${bureauId} and id = ${id}`;
  if (count === 0) throw absent();
}

/** The names of those of the units that there are. */
export async function unitNames({ sql, bureauId }: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const units = await sql<{ id: string; name: string }[]>`
    select id, name from units where bureau_id = ${bureauId} and id = any(${ids.filter(isId)}::uuid[])`;
  return new Map(units.map(({ id, name }) => [id, name]));
}

/**
 * Whether somebody else administers the whole bureau. The grants are locked by a statement of their own: two
 * administrators who remove each other must not both see the other still there.
 */
export async function hasOtherAdministrator({ sql, bureauId }: Tx, accountId: string): Promise<boolean> {
  await sql`select id from role_grants where bureau_id = ${bureauId} and role = 'BUREAU_ADMINISTRATOR' order by id for update`;
  const others = await sql`
    select from role_grants g
    join units u on u.bureau_id = g.bureau_id and u.id = g.unit_id and u.parent_id is null
    join accounts a on a.bureau_id = g.bureau_id and a.id = g.account_id and a.disabled_at is null
    where g.bureau_id = ${bureauId} and g.role = 'BUREAU_ADMINISTRATOR' and g.account_id <> ${accountId} limit 1`;
  return others.length > 0;
}
