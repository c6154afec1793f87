import { serviceBreaks } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction } from "#kernel/command";

/** Off the strength over [startsOn, endsOn), and back since. */
export interface ServiceBreak {
  startsOn: string;
  endsOn: string;
  reason: string | null;
}

export const breaksOf = ({ sql, bureauId }: Transaction, memberId: string) => sql<ServiceBreak[]>`
  select starts_on, ends_on, reason from service_breaks where bureau_id = ${bureauId} and member_id = ${memberId} order by starts_on`;

export const insertBreak = (tx: Transaction, memberId: string, gap: ServiceBreak) =>
  insertNow(tx, serviceBreaks, [{ memberId, ...gap }]);

export async function deleteBreak({ sql, bureauId }: Transaction, memberId: string, startsOn: string) {
  await sql`delete from service_breaks where bureau_id = ${bureauId} and member_id = ${memberId} and starts_on = ${startsOn}`;
}
