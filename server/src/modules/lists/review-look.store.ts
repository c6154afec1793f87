import type { Transaction } from "#kernel/command";

interface Look {
  accountId: string;
  stationId: string;
  memberId: string;
  week: string;
}

/** A look is there or not: the later one counts. */
export async function recordLook({ sql, bureauId, now }: Transaction, { accountId, stationId, memberId, week }: Look) {
  await sql`
    insert into review_looks (bureau_id, account_id, station_id, member_id, week_start, looked_at)
    values (${bureauId}, ${accountId}, ${stationId}, ${memberId}, ${week}, ${now})
    on conflict (bureau_id, account_id, station_id, member_id, week_start) do update set looked_at = excluded.looked_at`;
}
