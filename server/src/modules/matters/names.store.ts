import type { Transaction } from "#kernel/command";
import { inCommand, raw, readingIn } from "#kernel/read";
import { isMemberIdInSight } from "#modules/members";

/** The names of those of the members who are in sight. */
export async function namesInSight(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const { sql, bureauId } = tx;
  const members = await sql<{ name: string }[]>`
    select m.name from members m where m.bureau_id = ${bureauId} and m.id = any(${[...ids]}::uuid[])
      and ${inCommand(tx, isMemberIdInSight(raw("m.id"), readingIn(tx)))} order by m.badge`;
  return members.map(({ name }) => name);
}
